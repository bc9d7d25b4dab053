package io.talkgate.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.link.health.DueKeyCheck;
import io.talkgate.link.health.KeyChecks;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Checks the keys that are due: new ones, those of links to be approved, those unused for long. */
@Singleton
class KeyCheckRounds {
  private static final Logger LOG = Logger.getLogger(KeyCheckRounds.class);

  /** So many links have their hour together at most; the rest comes two seconds later. */
  private static final int AT_ONCE = 10;

  private final KeyChecks checks;
  private final KeyCheck keyCheck;
  private final SendApiKeys keys;
  private final DeliveryContext context;

  KeyCheckRounds(KeyChecks checks, KeyCheck keyCheck, SendApiKeys keys, DeliveryContext context) {
    this.checks = checks;
    this.keyCheck = keyCheck;
    this.keys = keys;
    this.context = context;
  }

  /** One round. */
  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> check() {
    return checks
        .claim(AT_ONCE)
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndMerge(this::check)
        .onItem()
        .ignoreAsUni();
  }

  /** One that cannot be checked delays no other. */
  private Uni<Void> check(DueKeyCheck due) {
    return context
        .apart(() -> keyCheck.of(due.brandId(), due.linkId(), due.sealedKey(), open(due)))
        .onFailure()
        .invoke(failure -> LOG.debugf("No key check of %s (%s).", due.linkId(), failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private SendAccess open(DueKeyCheck due) {
    return keys.open(due.brandId(), due.linkId(), due.accountId(), due.sealedKey());
  }
}
