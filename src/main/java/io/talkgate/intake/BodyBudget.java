package io.talkgate.intake;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for all bodies that are being read and kept. A body costs several times its length:
 * beside its bytes there are its text, what goes to the database, and the sealed copy.
 */
@Singleton
class BodyBudget {
  /** Measured with texts of 1 to 10 MiB; see docs/operations.md. */
  private static final long COPIES = 8;

  private final long capacity;
  private final AtomicLong used = new AtomicLong();

  BodyBudget(IntakeConfig config) {
    this.capacity = config.bodyBudget().asLongValue();
  }

  /**
   * What a body of this length costs; one that would cost more than all there is costs just that.
   */
  long costOf(long length) {
    return Math.min(length * COPIES, capacity);
  }

  /** Takes memory; false, and nothing taken, if there is not so much. */
  boolean take(long cost) {
    long after = used.addAndGet(cost);
    if (after > capacity) {
      used.addAndGet(-cost);
      return false;
    }
    return true;
  }

  void give(long cost) {
    used.addAndGet(-cost);
  }

  /** What is taken at the moment, in bytes. */
  long used() {
    return used.get();
  }
}
