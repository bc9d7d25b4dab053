package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/**
 * Sealing, opening, parsing and writing of what may have 10 MiB. That takes a processor for tens of
 * milliseconds, in which an event loop would serve nobody.
 */
final class LargeWork {
  private static final long LARGE = 256L * 1024;

  private LargeWork() {}

  /** Does the work: at once if it is about few bytes, else on a worker thread. */
  static <T> Uni<T> of(long bytes, Supplier<T> work) {
    Uni<T> done = Uni.createFrom().item(work);
    return bytes < LARGE ? done : done.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
