package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/** What came of a profile request (protocol §2). */
public enum ProfileResult {
  SUCCESS,
  DISAGREE,
  CANCEL,
  /** The customer took the consent back: what is stored must be deleted. */
  WITHDRAW,
  /** A result NAVER added later, or none. */
  UNKNOWN;

  static ProfileResult of(@Nullable String name) {
    for (ProfileResult result : values()) {
      if (result.name().equalsIgnoreCase(name)) {
        return result;
      }
    }
    return UNKNOWN;
  }
}
