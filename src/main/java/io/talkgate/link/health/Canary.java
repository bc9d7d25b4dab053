package io.talkgate.link.health;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.CanaryToken;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Calls the service's own webhook by its public URL once a minute, over all replicas, with NAVER's
 * patience: so gateway, name server and certificate are seen as NAVER sees them.
 */
@Singleton
class Canary {
  private static final Logger LOG = Logger.getLogger(Canary.class);

  /** NAVER waits that long for a connection (protocol §2). */
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final CanaryToken token;
  private final PublicUrlChecks checks;
  private final boolean enabled;
  private final CanaryCall call;

  Canary(CanaryToken token, PublicUrlChecks checks, HealthConfig config) {
    this.token = token;
    this.checks = checks;
    this.enabled = config.canary();
    this.call =
        new CanaryCall(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build(),
            config.slowAnswer());
  }

  /** Calls if it is time and this replica's turn. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sing() {
    return enabled && token.url().isPresent()
        ? checks.claim().chain(mine -> mine ? callNow() : Uni.createFrom().voidItem())
        : Uni.createFrom().voidItem();
  }

  /** Calls and notes what came of it. */
  Uni<Void> callNow() {
    return token
        .url()
        .map(
            url ->
                call.to(url)
                    .chain(
                        found ->
                            found.cause() == null
                                ? checks.reached(found.certificateEnds())
                                : failed(found.cause())))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> failed(String cause) {
    LOG.warnf("The webhook was not reached by the public URL (%s).", cause);
    return checks.failed(cause);
  }
}
