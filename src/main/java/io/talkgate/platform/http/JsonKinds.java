package io.talkgate.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.ValueRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in JSON's words what a Java type wants. */
final class JsonKinds {
  /** Types whose values are JSON strings of one form. */
  private static final Map<Class<?>, ValueRule> FORMS =
      Map.of(
          UUID.class, ValueRule.ID,
          Instant.class, ValueRule.TIME,
          LocalTime.class, ValueRule.TIME_OF_DAY,
          LocalDate.class, ValueRule.DATE,
          ZoneId.class, ValueRule.TIME_ZONE);

  private JsonKinds() {}

  /** The error of a field that does not hold what the type wants. */
  static FieldError expected(String field, @Nullable Class<?> type) {
    if (type == null) {
      return FieldError.of(field, ValueRule.READABLE);
    }
    if (type.isEnum()) {
      return FieldError.of(field, ValueRule.ONE_OF, constants(type));
    }
    ValueRule form = FORMS.get(type);
    return form == null
        ? FieldError.of(field, ValueRule.JSON_KIND, kind(type))
        : FieldError.of(field, form);
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
  }

  /** As JSON has it: NAVER's names are not Java's. */
  private static String name(Enum<?> constant) {
    try {
      JsonProperty json =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return json == null ? constant.name() : json.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is a field", e);
    }
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> name((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }
}
