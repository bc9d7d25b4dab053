package io.talkgate.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to know.
 *
 * @param secret with which the calls are signed; null but in the answer that creates it
 */
public record Subscription(
    UUID id,
    UUID brandId,
    String url,
    List<EventType> types,
    @Nullable String secret,
    Instant createdAt) {

  /** Neither URL nor secret. */
  @Override
  public String toString() {
    return "Subscription[" + id + "]";
  }
}
