package io.talkgate.desk;

import io.talkgate.platform.Result;
import io.talkgate.platform.problem.RefusedException;

/** Turns what a room answered into what the call answers. */
final class Answers {
  private Answers() {}

  /** The value, or the exception that becomes a problem document. */
  static <T> T valueOf(Result<T> result) {
    return result.fold(
        value -> value,
        refusal -> {
          throw new RefusedException(refusal);
        });
  }
}
