package io.talkgate.consultation;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message that was handed to NAVER.
 *
 * @param status SENT, FAILED or UNKNOWN
 * @param resultCode NAVER's code; null if none came
 * @param reason NAVER's words, or why no answer came; null where all is well
 */
public record Settlement(
    DeliveryStatus status, @Nullable String resultCode, @Nullable String reason) {

  /** NAVER said 00. */
  public static Settlement sent(String resultCode) {
    return new Settlement(DeliveryStatus.SENT, resultCode, null);
  }

  /** It did not reach the customer. */
  public static Settlement failed(@Nullable String resultCode, String reason) {
    return new Settlement(DeliveryStatus.FAILED, resultCode, reason);
  }

  /** Nobody can tell. */
  public static Settlement unknown(String reason) {
    return new Settlement(DeliveryStatus.UNKNOWN, null, reason);
  }
}
