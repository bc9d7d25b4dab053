package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.subscription.CallStatus;
import io.talkgate.subscription.EventType;
import io.talkgate.subscription.LoggedCall;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that a subscriber is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An event that a subscriber is told.")
record SubscriptionCallView(
    @Schema(description = "The event's id, in the header `webhook-id`.") UUID id,
    @Schema(description = "What happened.") EventType type,
    @Schema(description = "QUEUED: to be tried, DELIVERED: answered 2xx, FAILED: given up.")
        CallStatus status,
    @Schema(description = "Calls made so far.") int attempts,
    @Schema(description = "What the last call came to.") @Nullable String answer,
    @Schema(description = "When it was queued.") Instant createdAt,
    @Schema(description = "When it is tried next; absent if it is settled.")
        @Nullable Instant nextTryAt) {

  static SubscriptionCallView of(LoggedCall call) {
    return new SubscriptionCallView(
        call.id(),
        call.type(),
        call.status(),
        call.attempts(),
        call.answer(),
        call.createdAt(),
        call.nextTryAt());
  }
}
