package io.talkgate.consultation;

import java.util.Comparator;
import java.util.UUID;

/**
 * A customer's lane while somebody works on it.
 *
 * @param epoch which turn of work it is; whoever settles in another one is refused
 */
public record LaneKey(UUID brandId, UUID customerId, long epoch) {
  /** The order in which lanes are locked. */
  static final Comparator<LaneKey> ORDER =
      Comparator.comparing(LaneKey::brandId).thenComparing(LaneKey::customerId);
}
