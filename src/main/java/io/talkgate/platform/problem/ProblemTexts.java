package io.talkgate.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of error codes and value rules in Korean and English. */
public final class ProblemTexts {
  private static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);
  private static final String BUNDLE = "problems.problems";
  private static final ResourceBundle.Control EXACT_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /**
   * The language to answer in.
   *
   * @param acceptLanguage the header's value; null or unusable means Korean (contract §3)
   */
  public static Locale language(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.KOREAN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return best == null ? Locale.KOREAN : best;
    } catch (IllegalArgumentException malformedHeader) {
      return Locale.KOREAN;
    }
  }

  /** A few words that name the kind of error. */
  public static String title(ErrorCode code, Locale language) {
    return bundle(language).getString(code + ".title");
  }

  /** What went wrong and what to do, in general: with names in the place of details. */
  public static String pattern(ErrorCode code, Locale language) {
    return bundle(language).getString(code + ".detail");
  }

  /** What went wrong and what to do. */
  public static String detail(Refusal refusal, Locale language) {
    return text(refusal.code() + ".detail", language, refusal.arguments().toArray());
  }

  /** What a value has to be. */
  static String rule(ValueRule rule, Locale language, Object... arguments) {
    return text("value." + rule, language, arguments);
  }

  private static String text(String key, Locale language, Object... arguments) {
    return new MessageFormat(bundle(language).getString(key), language).format(arguments);
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, EXACT_LANGUAGE);
  }
}
