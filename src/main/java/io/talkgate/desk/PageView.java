package io.talkgate.desk;

import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param nextCursor where the next part begins; null if this is the last one
 */
@Schema(description = "A part of a list.")
record PageView<T>(
    @Schema(description = "The items, in the list's order.") List<T> items,
    @Schema(
            description = "Give it as `cursor` to get the next part; null if this is the last one.",
            examples = "AAZEF5nHuQABmTx3p3pwAIAAAAAAAAAB")
        @Nullable String nextCursor) {

  /** Shows a page. */
  static <S, T> PageView<T> of(Page<S> page, Function<? super S, ? extends T> view) {
    Cursor next = page.next();
    return new PageView<>(
        page.items().stream().<T>map(view).toList(), next == null ? null : next.encode());
  }
}
