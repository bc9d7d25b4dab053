package io.talkgate.talktalk;

/** Text as PostgreSQL takes it: U+0000 and lone surrogates, which it refuses, become U+FFFD. */
final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  /** Whether {@link #of} would change the text. */
  static boolean isClean(String text) {
    return text.equals(of(text));
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isRefused(c) ? REPLACEMENT : c));
    return clean.toString();
  }

  private static boolean isRefused(int codePoint) {
    // codePoints() joins proper pairs, so a surrogate that still shows up stands alone.
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
