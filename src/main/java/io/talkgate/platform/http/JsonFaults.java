package io.talkgate.platform.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what Jackson found wrong with a body into a refusal that says where. */
final class JsonFaults {
  private JsonFaults() {}

  static Refusal refusal(JsonProcessingException fault) {
    if (fault.getCause() instanceof RefusedException refused) {
      return located(refused.refusal(), (JsonMappingException) fault);
    }
    if (!(fault instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return wholeBody(fault);
    }
    if (fault.getCause() instanceof JsonProcessingException syntax
        && !(syntax instanceof JsonMappingException)) {
      return wholeBody(syntax);
    }
    return Refusal.invalid(List.of(field(mapping)));
  }

  private static FieldError field(JsonMappingException fault) {
    String field = path(fault);
    if (fault instanceof UnrecognizedPropertyException) {
      return FieldError.of(field, ValueRule.UNKNOWN_FIELD);
    }
    if (fault instanceof InvalidTypeIdException type) {
      return typeId(field, type);
    }
    if (fault instanceof MismatchedInputException mismatch) {
      return JsonKinds.expected(field, mismatch.getTargetType());
    }
    return FieldError.of(field, ValueRule.READABLE);
  }

  private static FieldError typeId(String field, InvalidTypeIdException fault) {
    String type = field.isEmpty() ? "type" : field + ".type";
    if (fault.getTypeId() == null) {
      return FieldError.of(type, ValueRule.REQUIRED);
    }
    JsonSubTypes known = fault.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
    return known == null
        ? FieldError.of(type, ValueRule.READABLE)
        : FieldError.of(type, ValueRule.ONE_OF, names(known));
  }

  private static String names(JsonSubTypes known) {
    return Arrays.stream(known.value())
        .map(JsonSubTypes.Type::name)
        .collect(Collectors.joining(", "));
  }

  private static Refusal wholeBody(JsonProcessingException fault) {
    String message = fault.getOriginalMessage();
    if (fault instanceof MismatchedInputException mismatch
        && !message.startsWith("Trailing token")) {
      return Refusal.invalid(
          List.of(JsonKinds.expected(FieldError.BODY, mismatch.getTargetType())));
    }
    boolean twice = message.startsWith("Duplicate field");
    return located(twice ? ValueRule.NAMED_ONCE : ValueRule.JSON, fault.getLocation());
  }

  private static Refusal located(ValueRule rule, @Nullable JsonLocation place) {
    int line = place == null ? 1 : place.getLineNr();
    int column = place == null ? 1 : place.getColumnNr();
    return Refusal.invalid(FieldError.BODY, rule, line, column);
  }

  /** What a deserializer of ours refused stands where Jackson was at the time. */
  private static Refusal located(Refusal refusal, JsonMappingException fault) {
    String field = path(fault);
    return refusal.code() != ErrorCode.VALIDATION
        ? refusal
        : Refusal.invalid(
            refusal.errors().stream()
                .map(error -> new FieldError(field, error.wording()))
                .toList());
  }

  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
