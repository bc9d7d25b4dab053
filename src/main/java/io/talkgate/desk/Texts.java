package io.talkgate.desk;

import java.util.Locale;
import java.util.ResourceBundle;

/** What texts of the API may hold, and the texts it says itself. */
final class Texts {
  /** Any character but U+0000, which PostgreSQL keeps in no text. */
  static final String STORABLE = "[^\\x00]*";

  private static final ResourceBundle.Control EXACT_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** One of the texts in {@code desk/texts_*.properties}. */
  static String text(String key, Locale language) {
    return ResourceBundle.getBundle("desk.texts", language, EXACT_LANGUAGE).getString(key);
  }
}
