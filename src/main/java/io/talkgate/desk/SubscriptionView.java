package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.subscription.EventType;
import io.talkgate.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Another system that is told what happens.")
record SubscriptionView(
    @Schema(description = "The subscription's id.") UUID id,
    @Schema(description = "The brand.") UUID brandId,
    @Schema(description = "The URL that is called.") String url,
    @Schema(description = "What it is told.") List<EventType> types,
    @Schema(description = "With which the calls are signed; only in the answer that creates it.")
        @Nullable String secret,
    @Schema(description = "Since when.") Instant createdAt) {

  static SubscriptionView of(Subscription subscription) {
    return new SubscriptionView(
        subscription.id(),
        subscription.brandId(),
        subscription.url(),
        subscription.types(),
        subscription.secret(),
        subscription.createdAt());
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "SubscriptionView[" + id + "]";
  }
}
