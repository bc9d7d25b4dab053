package io.talkgate.desk;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that the API says by itself, in Korean and English. */
final class Texts {
  private static final ResourceBundle.Control EXACT_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** One of the texts in {@code desk/texts_*.properties}. */
  static String text(String key, Locale language) {
    return ResourceBundle.getBundle("desk.texts", language, EXACT_LANGUAGE).getString(key);
  }
}
