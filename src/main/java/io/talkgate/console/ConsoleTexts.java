package io.talkgate.console;

import java.util.Locale;
import java.util.ResourceBundle;

/** The console's words, Korean and English: those of the pages, and those of their scripts. */
final class ConsoleTexts {
  private static final ResourceBundle.Control EXACT_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ConsoleTexts() {}

  /** What stands in the pages as they come from the server. */
  static ResourceBundle pages(Locale language) {
    return ResourceBundle.getBundle("console.pages", language, EXACT_LANGUAGE);
  }

  /** What the scripts say. */
  static ResourceBundle scripts(Locale language) {
    return ResourceBundle.getBundle("console.scripts", language, EXACT_LANGUAGE);
  }
}
