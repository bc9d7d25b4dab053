package io.talkgate.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of which customers something is spooled. Counted in a fixed number of buckets, so that a million
 * spooled events cost no memory; who shares a bucket with somebody else only takes the spool more
 * often. Whose a record is that an earlier run left, or a call with an unresolved token, nobody
 * knows: while there is one, everybody counts as spooled. Guarded by {@link Spooled}.
 *
 * <p>No bucket counts more than the spool holds of it, and all counts together are what the spool
 * holds. So once nothing is of unknown customers, each bucket's count is exact, however records of
 * an earlier run and of this one were mixed.
 */
final class Diverted {
  static final int BUCKETS = 1 << 20;
  private static final int HIGH_BITS = 16;

  private final int[] counts = new int[BUCKETS];

  /** Whose streamed records are: what a glance finds may be less than what their reading does. */
  private final Map<UUID, Customer> streamed = new HashMap<>();

  private long ofUnknown;
  private long ofKnown;

  static int bucket(Customer customer) {
    int hash = customer.hashCode();
    return (hash ^ (hash >>> HIGH_BITS)) & (BUCKETS - 1);
  }

  /** The spool holds so many records of an earlier run. */
  void foundOfUnknown(long records) {
    ofUnknown += records;
  }

  boolean isDiverted(Customer customer) {
    return ofUnknown > 0 || counts[bucket(customer)] > 0;
  }

  /**
   * A record is about to be spooled.
   *
   * @param customer null if nobody knows yet
   */
  void note(@Nullable Customer customer) {
    if (customer == null) {
      ofUnknown++;
    } else {
      counts[bucket(customer)]++;
      ofKnown++;
    }
  }

  /** The same of a streamed record. */
  void note(UUID id, Customer customer) {
    note(customer);
    streamed.put(id, customer);
  }

  /** A record that may be a streamed one is in the database, or was not written after all. */
  void settle(UUID id, @Nullable Customer customer) {
    Customer noted = streamed.remove(id);
    settle(noted == null ? customer : noted);
  }

  /** A record is in the database, or was not written after all. */
  void settle(@Nullable Customer customer) {
    if (customer != null && counts[bucket(customer)] > 0) {
      counts[bucket(customer)]--;
      ofKnown--;
    } else {
      ofUnknown = Math.max(0, ofUnknown - 1);
    }
  }

  /** The spool is empty: whatever is still counted was lost to damage, and waits for nothing. */
  void nothingLeft() {
    ofUnknown = 0;
    streamed.clear();
    if (ofKnown > 0) {
      ofKnown = 0;
      Arrays.fill(counts, 0);
    }
  }
}
