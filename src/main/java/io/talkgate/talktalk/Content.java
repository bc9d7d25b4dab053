package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/** Placeholder until the talktalk room is merged. */
public interface Content {
  /** Searchable text. */
  @Nullable String text();
}
