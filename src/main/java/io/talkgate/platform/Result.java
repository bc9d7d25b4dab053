package io.talkgate.platform;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import java.util.function.Function;

/**
 * The answer of a call that may be refused for a reason its caller can do something about.
 * Exceptions are left for bugs and broken infrastructure.
 *
 * @param <T> what the call yields when it is done
 */
public sealed interface Result<T> {

  /** One of the two answers, whichever the call came to. */
  <R> R fold(Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused);

  /**
   * The call was done.
   *
   * @param value what it yielded
   */
  record Done<T>(T value) implements Result<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused) {
      return whenDone.apply(value);
    }
  }

  /**
   * The call was refused and has changed nothing.
   *
   * @param refusal why
   */
  record Refused<T>(Refusal refusal) implements Result<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused) {
      return whenRefused.apply(refusal);
    }
  }

  /** A done call with its value. */
  static <T> Result<T> done(T value) {
    return new Done<>(value);
  }

  /** A refused call. */
  static <T> Result<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** A refused call with its stable code and the arguments of the code's text. */
  static <T> Result<T> refused(ErrorCode code, Object... arguments) {
    return new Refused<>(Refusal.of(code, arguments));
  }

  /** The same answer with its value mapped; a refusal stays what it is. */
  default <U> Result<U> map(Function<? super T, ? extends U> mapping) {
    return fold(value -> new Done<>(mapping.apply(value)), Refused::new);
  }
}
