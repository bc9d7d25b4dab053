package io.talkgate.link.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the webhook is reached from outside, as the canary saw it last.
 *
 * @param okAt when it was reached last; null if never
 * @param failures so many calls in a row have failed since
 * @param cause why the last of them did; null if it did not
 * @param certificateEnds when the certificate ends; null where there is none or it is not known
 */
record PublicUrl(
    @Nullable Instant okAt,
    int failures,
    @Nullable String cause,
    @Nullable Instant certificateEnds) {
  static final PublicUrl UNKNOWN = new PublicUrl(null, 0, null, null);

  private static final Duration CERTIFICATE_NOTICE = Duration.ofDays(14);

  /** One call may get lost on any network. */
  private static final int FAILURES = 2;

  boolean isFailing() {
    return failures >= FAILURES;
  }

  boolean endsSoon(Instant now) {
    return certificateEnds != null && certificateEnds.isBefore(now.plus(CERTIFICATE_NOTICE));
  }
}
