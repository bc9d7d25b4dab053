package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What may stand for a customer: opaque, about 22 URL-safe characters (protocol §1). */
final class UserRule {
  private static final int MAX_LENGTH = 200;

  private UserRule() {}

  /** What is wrong with it, as the end of a sentence without the value; null when nothing is. */
  static @Nullable String problem(JsonNode user) {
    if (user.isMissingNode()) {
      return "is missing";
    }
    if (!user.isTextual()) {
      return "is not a text";
    }
    String value = user.textValue();
    if (value.isBlank()) {
      return "is empty";
    }
    if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
      return "is longer than " + MAX_LENGTH + " characters";
    }
    // A replaced character could make two customers one, so here nothing is replaced.
    return value.chars().anyMatch(Character::isISOControl) || !CleanText.isClean(value)
        ? "contains control characters"
        : null;
  }
}
