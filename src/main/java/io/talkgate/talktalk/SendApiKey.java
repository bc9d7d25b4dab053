package io.talkgate.talktalk;

/**
 * The key of an account's send API. Opaque: nothing may be derived from its form (protocol §1). A
 * secret: {@code toString} hides it.
 *
 * @param value as typed by the owner, printable ASCII without spaces
 */
public record SendApiKey(String value) {
  private static final int MAX_LENGTH = 1000;

  /**
   * @throws IllegalArgumentException when the value could not be an HTTP header; its message does
   *     not show the value
   */
  public SendApiKey {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a send-API key: empty or with impossible characters");
    }
  }

  /** Whether the value can be a key at all: 1 to 1,000 printable ASCII characters, no spaces. */
  public static boolean isWellFormed(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(c -> c > ' ' && c < 127);
  }

  @Override
  public String toString() {
    return "SendApiKey[***]";
  }
}
