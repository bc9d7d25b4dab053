package io.talkgate.link.settings;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name in braces that stands for a value in the words of an automatic message or a template. */
public enum Variable {
  /** The brand's name. */
  BRAND,
  /** The assignee's name. */
  COUNSELOR,
  /** When the desk opens next. */
  OPENING,
  /** The place in the queue, from 1. */
  QUEUE;

  private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");

  /** As it is written, with its braces. */
  public String written() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  /** The names in braces in a text, as they are written. */
  static Stream<String> in(String text) {
    return NAMED.matcher(text).results().map(found -> found.group());
  }

  /** The text with the values in place; what has none goes without. */
  public static String fill(String text, Map<Variable, String> values) {
    return NAMED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Stream.of(values())
                        .filter(variable -> variable.written().equals(found.group()))
                        .map(variable -> values.getOrDefault(variable, ""))
                        .findFirst()
                        .orElse(found.group())));
  }
}
