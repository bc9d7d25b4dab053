package io.talkgate.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.SchemaMigration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Seeds a demo at its start, before the service calls itself ready; where the database is away
 * then, as soon as the schema is there.
 */
@Singleton
class DemoStart {
  private static final Logger LOG = Logger.getLogger(DemoStart.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final TalkGateConfig config;
  private final SchemaMigration schema;
  private final DemoSeed seed;

  DemoStart(TalkGateConfig config, SchemaMigration schema, DemoSeed seed) {
    this.config = config;
    this.schema = schema;
    this.seed = seed;
  }

  void atStart(@Observes StartupEvent start) {
    if (config.demo() && !tryToSeed()) {
      Uni.createFrom()
          .item(this::tryToSeed)
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .repeat()
          .withDelay(AGAIN)
          .until(seeded -> seeded)
          .subscribe()
          .with(ignored -> {}, failure -> LOG.error("The demo accounts cannot be made.", failure));
    }
  }

  private boolean tryToSeed() {
    if (!schema.isDone()) {
      return false;
    }
    try {
      // May block: on the main thread at the start, on a worker when it is tried again.
      seed.write().await().atMost(LIMIT);
    } catch (RuntimeException failure) {
      if (DatabaseErrors.isUnavailable(failure)) {
        return false;
      }
      throw failure;
    }
    LOG.warn(
        "This is a demo: anybody may log in as "
            + DemoAccount.usernames().collect(Collectors.joining(", "))
            + " with the password "
            + DemoAccount.PASSWORD
            + ".");
    return true;
  }
}
