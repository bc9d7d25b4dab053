package io.talkgate.consultation;

import java.util.regex.Pattern;

/**
 * Finds phone numbers and resident registration numbers [주민등록번호] in what people write, and replaces
 * them by a mark. Rather too much than too little.
 */
final class PersonalNumbers {
  static final String MASK = "***";

  /**
   * What a number begins with: 0, (0, + or 82; then 7 to 14 digits, with what people put between.
   */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<!\\p{Nd})(?:[+\uff0b]|\\(?[0\uff10]|82|\uff18\uff12)(?:[-\uff0d\u2010-\u2015.\u00b7\\s()/]{0,3}\\p{Nd}){7,14}");

  /** A date of birth, then 7 digits of which the first tells century, sex and nationality. */
  private static final Pattern RESIDENT =
      Pattern.compile(
          "(?<!\\p{Nd})\\p{Nd}{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\p{Nd}|3[01])"
              + "[-\uff0d\u2010-\u2015.\u00b7\\s]{0,3}[0-9]\\p{Nd}{6}(?!\\p{Nd})");

  private static final Pattern MOBILE = Pattern.compile("(01\\d)\\d{3,4}(\\d{4})");

  private PersonalNumbers() {}

  /** The text with a mark for every number. */
  static String masked(String text) {
    return PHONE.matcher(RESIDENT.matcher(text).replaceAll(MASK)).replaceAll(MASK);
  }

  /** A cellphone number as people tell it from others, {@code 010-****-5678}. */
  static String maskedCellphone(String number) {
    return MOBILE.matcher(number).matches()
        ? MOBILE.matcher(number).replaceAll("$1-****-$2")
        : MASK;
  }
}
