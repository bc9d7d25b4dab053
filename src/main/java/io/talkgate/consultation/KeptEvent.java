package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger tells of an event; its body, which is personal data, stays out.
 *
 * @param name NAVER's name of the event; null if it could not be read
 * @param error why it could not be applied, without anything of its content; null unless FAILED
 * @param appliedAt null unless APPLIED
 */
public record KeptEvent(
    UUID id,
    UUID brandId,
    UUID linkId,
    @Nullable String name,
    EventState state,
    @Nullable String error,
    Instant receivedAt,
    @Nullable Instant appliedAt) {

  /**
   * An event with what NAVER sent.
   *
   * @param raw with personal data masked; null if the body is no longer kept
   */
  public record WithBody(KeptEvent event, @Nullable String raw) {
    /** A customer's words stay out of logs. */
    @Override
    public String toString() {
      return "WithBody[" + event.id() + "]";
    }
  }
}
