package io.talkgate.link;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.talktalk.SendOutcome;
import java.util.Optional;

/** What came of a call of NAVER that somebody waits for. */
public sealed interface DirectAnswer {

  /** NAVER was called, or is known not to be reachable at present. */
  record Called(SendOutcome outcome) implements DirectAnswer {}

  /** The pace left no room within the time that the call is worth waiting: messages go first. */
  record NoRoom() implements DirectAnswer {}

  /** The link is not approved any more, so that nothing may be sent for it. */
  record NotApproved() implements DirectAnswer {}

  /**
   * Why it was not done; empty if NAVER took it.
   *
   * @param whenKeyRefused what {@code 01} means for this call
   */
  default Optional<Refusal> refusal(ErrorCode whenKeyRefused) {
    if (this instanceof Called called) {
      return NaverRefusals.of(called.outcome(), whenKeyRefused);
    }
    return Optional.of(
        this instanceof NoRoom
            ? Refusal.of(ErrorCode.SEND_RATE_EXCEEDED)
            : Refusal.of(ErrorCode.LINK_STATE, LinkStatus.REVOKED));
  }
}
