package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/** Where a picture comes from: its URL or the id of an upload. */
interface ImageSource {
  @Nullable String imageUrl();

  @Nullable String imageId();
}
