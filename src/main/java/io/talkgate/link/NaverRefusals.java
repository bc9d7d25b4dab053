package io.talkgate.link;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.talktalk.SendOutcome;
import java.util.Optional;

/** Says what NAVER refused in our own codes, with NAVER's code and words beside them. */
final class NaverRefusals {
  private NaverRefusals() {}

  static Optional<Refusal> of(SendOutcome outcome, ErrorCode whenKeyRefused) {
    if (outcome instanceof SendOutcome.Accepted || outcome instanceof SendOutcome.Uploaded) {
      return Optional.empty();
    }
    return Optional.of(refusal(outcome, whenKeyRefused));
  }

  private static Refusal refusal(SendOutcome outcome, ErrorCode whenKeyRefused) {
    if (outcome instanceof SendOutcome.KeyRefused refused) {
      return Refusal.of(whenKeyRefused, refused.code(), refused.message());
    }
    if (outcome instanceof SendOutcome.ConsentHold hold) {
      return Refusal.of(ErrorCode.CONSENT_RUNNING, hold.code(), hold.message());
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return refused(refused.code(), refused.message(), ErrorCode.CUSTOMER_UNKNOWN);
    }
    if (outcome instanceof SendOutcome.Retryable refused) {
      return refused(refused.code(), refused.message(), ErrorCode.NAVER_REFUSED);
    }
    return Refusal.of(ErrorCode.NAVER_UNREACHABLE);
  }

  /**
   * The codes are those of protocol §3.
   *
   * @param of99 what {@code 99} means here, which says many things
   */
  private static Refusal refused(String code, String message, ErrorCode of99) {
    ErrorCode error =
        switch (code) {
          case "99" -> of99;
          case "IMG-01" -> ErrorCode.IMAGE_FORMAT;
          case "IMG-02" -> ErrorCode.IMAGE_SLOW;
          case "IMG-03" -> ErrorCode.IMAGE_TOO_LARGE;
          case "IMG-99" -> ErrorCode.IMAGE_ERROR;
          default -> ErrorCode.NAVER_REFUSED;
        };
    return Refusal.of(error, code, message);
  }
}
