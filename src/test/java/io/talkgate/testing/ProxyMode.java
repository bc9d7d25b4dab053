package io.talkgate.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;

/**
 * What a {@link FaultyProxy} does to the bytes that come.
 *
 * @param latency how much later each byte arrives
 * @param withheld the answer that resets its connection; none if empty
 */
record ProxyMode(boolean swallows, boolean resets, Duration latency, String withheld) {

  static ProxyMode passing() {
    return delaying(Duration.ZERO);
  }

  static ProxyMode delaying(Duration latency) {
    return new ProxyMode(false, false, latency, "");
  }

  static ProxyMode swallowing() {
    return new ProxyMode(true, false, Duration.ZERO, "");
  }

  static ProxyMode resetting() {
    return new ProxyMode(false, true, Duration.ZERO, "");
  }

  static ProxyMode withholding(String answer) {
    return new ProxyMode(false, false, Duration.ZERO, answer);
  }

  /** True if these bytes, of which some may have been passed on before, must not arrive. */
  boolean withholds(byte[] bytes) {
    return !withheld.isEmpty() && new String(bytes, ISO_8859_1).contains(withheld);
  }
}
