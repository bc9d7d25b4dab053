package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine sees and decides of a customer; the profile is written apart.
 *
 * @param lastEventAt the time of the latest event applied; one from before it arrives late
 * @param lastTalktalkMessageId NAVER's number of the message of the chat room seen last; null
 *     before one was told
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
    Instant lastEventAt,
    @Nullable Long lastTalktalkMessageId) {

  /**
   * Whether a message of this number neither follows the one seen last nor repeats it. Then numbers
   * may be missing, or one has come that was missed.
   */
  boolean leapsTo(@Nullable Long number) {
    Long last = lastTalktalkMessageId;
    return number != null && last != null && number - last != 0 && number - last != 1;
  }

  CustomerKey key() {
    return new CustomerKey(brandId, linkId, user);
  }
}
