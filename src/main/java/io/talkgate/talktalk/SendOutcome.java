package io.talkgate.talktalk;

import java.util.Optional;

/**
 * What came of a call to the send API (protocol §3, design §5). {@code code} and {@code message}
 * are NAVER's words; {@code reason} is ours, in English, and shows neither key nor message.
 */
public sealed interface SendOutcome {

  /** {@code 00}: NAVER took it. Only the echo proves that the customer got it. */
  record Accepted() implements SendOutcome {}

  /** {@code 00} to an image upload: what NAVER calls the picture from now on. */
  record Uploaded(String imageId) implements SendOutcome {}

  /** A profile consent runs; sends to this customer are refused for up to 3 min. */
  record ConsentHold(String code, String message) implements SendOutcome {}

  /** {@code 01}: the key is wrong, or the user has nothing to do with this account. */
  record KeyRefused(String code, String message) implements SendOutcome {}

  /** Not sent, and another try will not help. */
  record Refused(String code, String message) implements SendOutcome {}

  /** Not sent, and another try may help. */
  record Retryable(String code, String message) implements SendOutcome {}

  /** Certainly not processed: no connection was made, or NAVER's limiter turned it away (429). */
  record NotReached(String reason) implements SendOutcome {
    static final String LIMITED = "HTTP status 429";

    /** Whether it was NAVER that turned it away. */
    public boolean byLimiter() {
      return reason.equals(LIMITED);
    }
  }

  /** Nobody can tell whether NAVER processed it. */
  record Unclear(String reason) implements SendOutcome {
    static final String SILENCE = "no answer in time";
    static final String LOST = "connection lost";

    /** Whether NAVER answered something, as opposed to silence and a lost connection. */
    public boolean answered() {
      return !reason.equals(SILENCE) && !reason.startsWith(LOST);
    }
  }

  /** NAVER's result code (protocol §3); empty where it gave none. */
  default Optional<String> resultCode() {
    if (this instanceof Accepted || this instanceof Uploaded) {
      return Optional.of("00");
    }
    if (this instanceof ConsentHold hold) {
      return Optional.of(hold.code());
    }
    if (this instanceof KeyRefused refused) {
      return Optional.of(refused.code());
    }
    if (this instanceof Refused refused) {
      return Optional.of(refused.code());
    }
    return this instanceof Retryable again ? Optional.of(again.code()) : Optional.empty();
  }
}
