package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.CustomerEvent;
import io.talkgate.talktalk.ParsedEvent;
import io.talkgate.talktalk.TalkTalkEvents;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with what could be read of it.
 *
 * @param event what it says; null if it changes nothing, being unknown, or could not be read
 * @param name NAVER's name of the event; null if it could not be read
 * @param error why it cannot be applied; null if it can
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
record LedgerEntry(
    Stamp stamp,
    UUID brandId,
    UUID linkId,
    byte[] body,
    @Nullable CustomerEvent event,
    @Nullable String name,
    @Nullable String error) {

  static LedgerEntry read(Stamp stamp, UUID brandId, UUID linkId, byte[] body) {
    ParsedEvent parsed = TalkTalkEvents.parse(body);
    if (parsed instanceof ParsedEvent.Readable readable) {
      CustomerEvent known = readable.event() instanceof CustomerEvent event ? event : null;
      return new LedgerEntry(stamp, brandId, linkId, body, known, readable.event().name(), null);
    }
    ParsedEvent.Unreadable unreadable = (ParsedEvent.Unreadable) parsed;
    return new LedgerEntry(
        stamp, brandId, linkId, body, null, unreadable.eventName(), unreadable.reason());
  }

  static LedgerEntry read(ReceivedEvent event) {
    return read(event.stamp(), event.brandId(), event.linkId(), event.body());
  }

  /** The same event as one that could not be applied. */
  LedgerEntry failed(String reason) {
    return new LedgerEntry(stamp, brandId, linkId, body, null, name, reason);
  }

  /** True if it changes something about a customer. */
  boolean isApplicable() {
    return event != null;
  }

  /** The customer of an applicable event. */
  CustomerKey customer() {
    return new CustomerKey(brandId, linkId, Objects.requireNonNull(event).user());
  }
}
