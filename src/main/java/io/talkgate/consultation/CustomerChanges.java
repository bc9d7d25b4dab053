package io.talkgate.consultation;

import io.talkgate.talktalk.FriendEvent;
import io.talkgate.talktalk.OpenEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What events say about the customer; what they do not tell stays as it was. */
final class CustomerChanges {
  private CustomerChanges() {}

  static CustomerRow entered(CustomerRow before, OpenEvent event) {
    return with(
        before,
        told(event.friend(), before.friend()),
        told(event.under14(), before.under14()),
        told(event.under19(), before.under19()));
  }

  static CustomerRow friend(CustomerRow before, FriendEvent event) {
    return with(before, told(event.on(), before.friend()), before.under14(), before.under19());
  }

  /**
   * Something came from the chat room.
   *
   * @param number NAVER's number of the message; null if it told none
   */
  static CustomerRow seen(CustomerRow before, Instant at, @Nullable Long number) {
    return new CustomerRow(
        before.id(),
        before.brandId(),
        before.linkId(),
        before.user(),
        before.friend(),
        before.under14(),
        before.under19(),
        before.blocked(),
        at.isAfter(before.lastEventAt()) ? at : before.lastEventAt(),
        number == null ? before.lastTalktalkMessageId() : number);
  }

  /** What was seen last is noted with the latest consultation, unless it changed none. */
  static CustomerRow seenIn(CustomerRow before, ConsultationRow latest) {
    Instant at = latest.lastEventAt();
    return at == null || at.isBefore(before.lastEventAt())
        ? before
        : seen(before, at, latest.lastTalktalkMessageId());
  }

  private static CustomerRow with(
      CustomerRow row, boolean friend, boolean under14, boolean under19) {
    return new CustomerRow(
        row.id(),
        row.brandId(),
        row.linkId(),
        row.user(),
        friend,
        under14,
        under19,
        row.blocked(),
        row.lastEventAt(),
        row.lastTalktalkMessageId());
  }

  private static boolean told(@Nullable Boolean value, boolean otherwise) {
    return value == null ? otherwise : value;
  }
}
