package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.intake.spool.SpoolRecord;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Reads the bodies of calls, whatever their content type says, in bounded memory and time. */
@Singleton
class Bodies {
  /** 10 MiB (contract §2). */
  static final int LIMIT = 10 * 1024 * 1024;

  /**
   * What goes on in memory; a longer body goes to the disk as it comes, while the disk takes it.
   */
  static final int MOST_HELD = 1024 * 1024;

  private final Vertx vertx;
  private final BodyBudget budget;
  private final BodyFiles files;
  private final long deadlineMillis;
  private final long largeBytes;

  Bodies(Vertx vertx, BodyBudget budget, BodyFiles files, IntakeConfig config) {
    this.vertx = vertx;
    this.budget = budget;
    this.files = files;
    this.largeBytes = config.largeBody().asLongValue();
    this.deadlineMillis = config.bodyDeadline().toMillis();
  }

  /**
   * Reads a body to its end.
   *
   * @param request paused or not, nothing of it read yet
   * @param call whose the body is, should it have to go to the disk; its own body is not looked at
   * @return fails with {@link BodyNotReadException} if the caller goes away or is too slow; with
   *     another exception if there is neither memory nor disk for it
   */
  Uni<ReadBody> read(HttpServerRequest request, SpoolRecord call) {
    return Uni.createFrom().emitter(caller -> new BodyReading(request, call, caller, this).start());
  }

  /** Reads what stands in a body: at once, or on another thread if it is large. */
  <T> Uni<T> parse(byte[] body, Supplier<T> reading) {
    return body.length < largeBytes
        ? Uni.createFrom().item(reading)
        : Uni.createFrom().completionStage(() -> files.run(reading::get).toCompletionStage());
  }

  Vertx vertx() {
    return vertx;
  }

  BodyBudget budget() {
    return budget;
  }

  BodyFiles files() {
    return files;
  }

  long deadlineMillis() {
    return deadlineMillis;
  }
}
