package io.talkgate.rules.templates;

import io.talkgate.platform.paging.Cursor;
import io.talkgate.talktalk.QuickReply;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text to be used again.
 *
 * @param ownerId whose alone it is; null for the brand's
 */
public record Template(UUID id, @Nullable UUID ownerId, Draft draft, Instant createdAt) {

  /**
   * What of it can be changed.
   *
   * @param folder names with slashes between them; empty for none
   * @param shortcut what is typed to get it, unique among the brand's or the owner's whatever its
   *     case; null for none
   * @param text may name {@code {brand}} and {@code {counselor}}
   */
  public record Draft(
      String folder,
      String title,
      @Nullable String shortcut,
      String text,
      @Nullable QuickReply quickReply) {}

  Cursor cursor() {
    return new Cursor(createdAt, id);
  }
}
