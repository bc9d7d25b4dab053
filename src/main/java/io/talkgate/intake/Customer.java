package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose order has to hold.
 *
 * @param user as NAVER names them; null for all events of the link that name nobody
 */
record Customer(UUID linkId, @Nullable String user) {

  static Customer of(ReceivedEvent event) {
    return new Customer(event.linkId(), event.user());
  }
}
