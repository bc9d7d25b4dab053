package io.talkgate.delivery;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.delivery.Decision.Cause;
import io.talkgate.talktalk.SendOutcome.Refused;
import io.talkgate.talktalk.SendOutcome.Retryable;

/** The reasons behind NAVER's result codes (protocol §3). */
final class Causes {
  private Causes() {}

  static Cause of(Refused refused) {
    DeliveryReason reason =
        refused.code().equals("99") ? DeliveryReason.UNKNOWN_USER : reason(refused.code());
    return new Cause(reason, refused.code(), refused.message());
  }

  static Cause of(Retryable refused) {
    return new Cause(reason(refused.code()), refused.code(), refused.message());
  }

  private static DeliveryReason reason(String code) {
    return switch (code) {
      case "02" -> DeliveryReason.BAD_REQUEST;
      case "IMG-01" -> DeliveryReason.IMAGE_FORMAT;
      case "IMG-02" -> DeliveryReason.IMAGE_SLOW;
      case "IMG-03" -> DeliveryReason.IMAGE_TOO_LARGE;
      case "IMG-99" -> DeliveryReason.IMAGE_ERROR;
      case "99" -> DeliveryReason.NAVER_ERROR;
      default -> DeliveryReason.UNKNOWN_CODE;
    };
  }
}
