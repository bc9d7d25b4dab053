package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.CustomerEvent;
import io.talkgate.talktalk.ParsedEvent;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with what could be read of it.
 *
 * @param event what it says; null if it changes nothing, being unknown, or could not be read
 * @param name NAVER's name of the event; null if it could not be read
 * @param error why it cannot be applied; null if it can
 * @param maybeKept whether it may be in the ledger already
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
record LedgerEntry(
    Stamp stamp,
    UUID brandId,
    UUID linkId,
    byte[] body,
    @Nullable CustomerEvent event,
    @Nullable String name,
    @Nullable String error,
    boolean maybeKept) {

  static LedgerEntry of(ReceivedEvent event, boolean maybeKept) {
    CustomerEvent known = null;
    String error = null;
    if (event.parsed() instanceof ParsedEvent.Unreadable unreadable) {
      error = unreadable.reason();
    } else if (event.parsed() instanceof ParsedEvent.Readable readable
        && readable.event() instanceof CustomerEvent customerEvent) {
      known = customerEvent;
    }
    return new LedgerEntry(
        event.stamp(),
        event.brandId(),
        event.linkId(),
        event.body(),
        known,
        event.name(),
        error,
        maybeKept);
  }

  /** The same event as one that could not be applied. */
  LedgerEntry failed(String reason) {
    return new LedgerEntry(stamp, brandId, linkId, body, null, name, reason, maybeKept);
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
