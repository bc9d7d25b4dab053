package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.EventState;
import io.talkgate.consultation.KeptEvent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event in the ledger. */
@Schema(description = "An event that NAVER sent, and what became of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
    @Schema(description = "The event's id.") UUID id,
    @Schema(description = "The brand.") UUID brandId,
    @Schema(description = "The link it came in by.") UUID linkId,
    @Schema(description = "NAVER's name of it; absent if it could not be read.", examples = "send")
        @Nullable String event,
    @Schema(description = "What became of it.") EventState state,
    @Schema(
            description = "Why it could not be applied; absent unless `FAILED`.",
            examples = "not JSON at byte 17")
        @Nullable String error,
    @Schema(description = "When it was received.") Instant receivedAt,
    @Schema(description = "When it was applied; absent unless `APPLIED`.")
        @Nullable Instant appliedAt,
    @Schema(
            description =
                "What NAVER sent, with phone numbers and profiles masked, cut after 65,536"
                    + " characters. Only where one event is shown, and only while it is kept.")
        @Nullable String raw) {

  /** Shows an event without its body. */
  static EventView of(KeptEvent event) {
    return of(event, null);
  }

  /** Shows an event with its masked body. */
  static EventView of(KeptEvent.WithBody event) {
    return of(event.event(), event.raw());
  }

  private static EventView of(KeptEvent event, @Nullable String raw) {
    return new EventView(
        event.id(),
        event.brandId(),
        event.linkId(),
        event.name(),
        event.state(),
        event.error(),
        event.receivedAt(),
        event.appliedAt(),
        raw);
  }

  /** A customer's words stay out of logs. */
  @Override
  public String toString() {
    return "EventView[" + id + "]";
  }
}
