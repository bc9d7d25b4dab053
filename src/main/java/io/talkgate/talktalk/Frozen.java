package io.talkgate.talktalk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies for records. {@code List.copyOf} would throw on a null element before validation names it.
 */
final class Frozen {
  private Frozen() {}

  static <T> @Nullable List<T> list(@Nullable List<T> from) {
    return from == null ? null : Collections.unmodifiableList(new ArrayList<>(from));
  }
}
