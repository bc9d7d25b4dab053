package io.talkgate.link;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reserved webhook token with which the service calls itself by its public URL, one for all
 * replicas, made with the schema. It belongs to no link: a call with it is answered 200 and touches
 * nothing.
 */
@Singleton
public class CanaryToken {
  private static final String READ = "select token from public_url_checks";

  private final Transactions transactions;
  private final WebhookUrls urls;
  private volatile @Nullable WebhookToken token;

  CanaryToken(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, WebhookUrls urls) {
    this.transactions = transactions;
    this.urls = urls;
  }

  /** The URL to call; empty as long as the database has not told the token. */
  public Optional<String> url() {
    return Optional.ofNullable(token).map(urls::of);
  }

  /** Asks for the token until it is known. */
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> learn() {
    return token != null
        ? Uni.createFrom().voidItem()
        : transactions
            .query(READ, Tuple.tuple())
            .invoke(rows -> token = new WebhookToken(rows.iterator().next().getString("token")))
            .replaceWithVoid();
  }

  /** Whether a call came with it; compared in constant time. */
  boolean is(String text) {
    WebhookToken known = token;
    return known != null && MessageDigest.isEqual(bytes(known.value()), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
