package io.talkgate.desk;

import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query values; each method refuses with VALIDATION and the parameter's name. */
final class QueryValues {
  private QueryValues() {}

  static @Nullable UUID id(String name, @Nullable String value) {
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException notAnId) {
      throw refused(name, ValueRule.ID);
    }
  }

  /** A plus sign that nobody has escaped arrives as a blank. */
  static @Nullable Instant time(String name, @Nullable String value) {
    return value == null
        ? null
        : Times.parse(value.replace(' ', '+')).orElseThrow(() -> refused(name, ValueRule.TIME));
  }

  /** A text of 1 to so many characters. */
  static @Nullable String text(String name, @Nullable String value, int max) {
    if (value == null) {
      return null;
    }
    if (!TextDeserializer.isClean(value)) {
      throw refused(name, ValueRule.CHARACTERS);
    }
    if (value.isEmpty() || value.codePointCount(0, value.length()) > max) {
      throw refused(name, ValueRule.LENGTH, 1, max);
    }
    return value;
  }

  /** Constants from repeated values and from lists with commas. */
  static <E extends Enum<E>> Set<E> constants(
      String name, @Nullable List<String> values, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    if (values != null) {
      values.stream()
          .flatMap(value -> Arrays.stream(value.split(",", -1)))
          .map(value -> constant(name, value, type))
          .forEach(constants::add);
    }
    return constants;
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(constant -> constant.name().equals(value.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    name,
                    ValueRule.ONE_OF,
                    Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
  }

  static RefusedException refused(String name, ValueRule rule, Object... arguments) {
    return new RefusedException(Refusal.invalid(name, rule, arguments));
  }
}
