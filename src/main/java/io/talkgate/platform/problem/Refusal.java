package io.talkgate.platform.problem;

import java.util.List;

/**
 * Why a call was refused.
 *
 * @param code the stable code
 * @param arguments for the placeholders of the code's text, for VALIDATION its {@link FieldError}s;
 *     never secrets or personal data
 */
public record Refusal(ErrorCode code, List<Object> arguments) {

  /** A refusal with the arguments of its text. */
  public static Refusal of(ErrorCode code, Object... arguments) {
    return new Refusal(code, List.of(arguments));
  }

  /** A refusal because of values that do not fit. */
  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(ErrorCode.VALIDATION, List.copyOf(errors));
  }

  /** A refusal because one value breaks a rule; the arguments are for the rule's text. */
  public static Refusal invalid(String field, ValueRule rule, Object... arguments) {
    return invalid(List.of(FieldError.of(field, rule, arguments)));
  }

  /** The values that do not fit; empty for all codes but VALIDATION. */
  public List<FieldError> errors() {
    return arguments.stream()
        .filter(FieldError.class::isInstance)
        .map(FieldError.class::cast)
        .toList();
  }
}
