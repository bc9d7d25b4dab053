package io.talkgate.platform.problem;

import java.util.Locale;
import java.util.function.Function;

/**
 * What is wrong with one value of a request: an entry of {@code errors}.
 *
 * @param field where it stands, as the caller wrote it: {@code content.compositeList[0].title}, the
 *     bare name of a query parameter or header, or {@link #BODY} for the body as a whole
 * @param wording what is wrong, in the language asked for; never shows the value
 */
public record FieldError(String field, Function<Locale, String> wording) {
  /** The name of the body as a whole. */
  public static final String BODY = "body";

  /** A value that breaks a rule; the arguments are for the rule's text. */
  public static FieldError of(String field, ValueRule rule, Object... arguments) {
    return new FieldError(field, language -> ProblemTexts.rule(rule, language, arguments));
  }

  /** A value about which somebody else has found the words, in the caller's language. */
  public static FieldError said(String field, String message) {
    return new FieldError(field, language -> message);
  }
}
