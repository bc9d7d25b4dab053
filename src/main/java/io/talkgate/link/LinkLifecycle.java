package io.talkgate.link;

import static io.talkgate.link.LinkStatus.APPROVED;
import static io.talkgate.link.LinkStatus.DRAFT;
import static io.talkgate.link.LinkStatus.PENDING;
import static io.talkgate.link.LinkStatus.REJECTED;
import static io.talkgate.link.LinkStatus.REVOKED;

import java.util.Optional;

/** Which call is possible in which state, and the state after it (contract §1 "Link states"). */
final class LinkLifecycle {
  private LinkLifecycle() {}

  /** The state after the call; empty if the call is not possible in the state. */
  static Optional<LinkStatus> after(LinkCall call, LinkStatus status) {
    return switch (call) {
      case CHANGE -> staysIf(status != REVOKED, status);
      case CHANGE_ACCOUNT -> staysIf(status == DRAFT || status == REJECTED, status);
      case REQUEST_APPROVAL -> becomes(PENDING, status == DRAFT || status == REJECTED);
      case APPROVE -> becomes(APPROVED, status == PENDING);
      case REJECT -> becomes(REJECTED, status == PENDING);
      case REVOKE -> becomes(REVOKED, status != REVOKED);
      case RENEW_WEBHOOK_URL -> staysIf(status != DRAFT && status != REVOKED, status);
    };
  }

  private static Optional<LinkStatus> staysIf(boolean possible, LinkStatus status) {
    return becomes(status, possible);
  }

  private static Optional<LinkStatus> becomes(LinkStatus next, boolean possible) {
    return possible ? Optional.of(next) : Optional.empty();
  }
}
