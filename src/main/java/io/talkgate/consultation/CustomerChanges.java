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
        told(event.under19(), before.under19()),
        before.lastEventAt());
  }

  static CustomerRow friend(CustomerRow before, FriendEvent event) {
    return with(
        before,
        told(event.on(), before.friend()),
        before.under14(),
        before.under19(),
        before.lastEventAt());
  }

  /** Null is no time at all. */
  static CustomerRow seen(CustomerRow before, @Nullable Instant at) {
    Instant last = at != null && at.isAfter(before.lastEventAt()) ? at : before.lastEventAt();
    return with(before, before.friend(), before.under14(), before.under19(), last);
  }

  private static CustomerRow with(
      CustomerRow row, boolean friend, boolean under14, boolean under19, Instant lastEventAt) {
    return new CustomerRow(
        row.id(),
        row.brandId(),
        row.linkId(),
        row.user(),
        friend,
        under14,
        under19,
        row.blocked(),
        lastEventAt);
  }

  private static boolean told(@Nullable Boolean value, boolean otherwise) {
    return value == null ? otherwise : value;
  }
}
