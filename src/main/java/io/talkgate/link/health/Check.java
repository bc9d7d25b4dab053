package io.talkgate.link.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param passed whether it is known to be right; what has not been seen yet is not
 * @param at when that was seen last; null if never
 */
public record Check(CheckName name, boolean passed, @Nullable Instant at) {

  static Check seen(CheckName name, @Nullable Instant at) {
    return new Check(name, at != null, at);
  }
}
