package io.talkgate.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes and verifies passwords with bcrypt, which is slow by intention: on a worker thread, and
 * only so many at a time that a flood of wrong logins cannot queue up without end.
 */
@Singleton
class Passwords {
  private static final int MOST_AT_A_TIME = 64;
  private static final long AGAIN_AFTER_SECONDS = 2;

  /** With the cost of all others: verifying against it takes as long as against any of them. */
  private static final String NOBODYS =
      "$2a$%02d$abcdefghijklmnopqrstuu0000000000000000000000000000000";

  private final Vertx vertx;
  private final int cost;
  private final AtomicInteger underWay = new AtomicInteger();

  Passwords(Vertx vertx, LoginConfig config) {
    this.vertx = vertx;
    this.cost = config.bcryptCost();
  }

  /** The password's hash, with a salt of its own. */
  Uni<String> hash(String password) {
    return onWorker(() -> BcryptUtil.bcryptHash(password, cost));
  }

  /** True if the hash is the password's. */
  Uni<Boolean> matches(String password, String hash) {
    return onWorker(() -> BcryptUtil.matches(password, hash));
  }

  /** False after the time that a verification takes, for user names that nobody has. */
  Uni<Boolean> matchesNobody(String password) {
    return matches(password, ofNobody()).replaceWith(false);
  }

  /** A hash that no password has. */
  String ofNobody() {
    return NOBODYS.formatted(cost);
  }

  /** Comes back to the caller's context, which Hibernate Reactive insists on. */
  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (underWay.incrementAndGet() > MOST_AT_A_TIME) {
                underWay.decrementAndGet();
                return Uni.createFrom()
                    .failure(new ServiceUnavailableException(AGAIN_AFTER_SECONDS));
              }
              return Uni.createFrom()
                  .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage())
                  .onTermination()
                  .invoke(underWay::decrementAndGet);
            });
  }
}
