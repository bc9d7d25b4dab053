package io.talkgate.platform.problem;

import java.util.List;

/**
 * Why a call was refused.
 *
 * @param code the stable code
 * @param arguments for the placeholders of the code's text; never secrets or personal data
 */
public record Refusal(ErrorCode code, List<Object> arguments) {

  /** A refusal with the arguments of its text. */
  public static Refusal of(ErrorCode code, Object... arguments) {
    return new Refusal(code, List.of(arguments));
  }
}
