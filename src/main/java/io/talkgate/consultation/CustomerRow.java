package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;

/**
 * What the state machine sees and decides of a customer; the profile is written apart.
 *
 * @param lastEventAt the time of the latest event applied; one from before it arrives late
 */
record CustomerRow(
    UUID id,
    UUID brandId,
    UUID linkId,
    String user,
    boolean friend,
    boolean under14,
    boolean under19,
    boolean blocked,
    Instant lastEventAt) {

  CustomerKey key() {
    return new CustomerKey(brandId, linkId, user);
  }
}
