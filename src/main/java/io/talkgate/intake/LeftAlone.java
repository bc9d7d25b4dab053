package io.talkgate.intake;

import java.util.BitSet;

/**
 * Customers of whom something was left behind in a pass: so is all that follows of them. Kept by
 * {@link Diverted#bucket}. For the drainer's thread.
 */
final class LeftAlone {
  private final Legs legs;
  private final BitSet buckets = new BitSet(Diverted.BUCKETS);

  LeftAlone(Legs legs) {
    this.legs = legs;
  }

  /** Whether the drainer may work on this customer now; if not, nor later in this pass. */
  boolean isFree(Customer customer) {
    if (legs.isOnDatabasesLeg(customer)) {
      add(customer);
    }
    return !buckets.get(Diverted.bucket(customer));
  }

  /** Something of this customer is left behind. */
  void add(Customer customer) {
    buckets.set(Diverted.bucket(customer));
  }

  boolean isEmpty() {
    return buckets.isEmpty();
  }

  /** A new pass begins. */
  void clear() {
    buckets.clear();
  }
}
