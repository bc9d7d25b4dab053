package io.talkgate.consultation;

import io.talkgate.talktalk.CompositeContent;
import io.talkgate.talktalk.Content;
import io.talkgate.talktalk.EchoEvent;
import io.talkgate.talktalk.ProductContent;
import io.talkgate.talktalk.TextContent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an echo says what we sent, as far as NAVER returns it unchanged. */
final class SameContent {
  private static final String PRODUCT = "product";

  private SameContent() {}

  static boolean isEchoOf(EchoEvent echo, Content sent) {
    Content echoed = echo.content();
    if (sent instanceof ProductContent products) {
      return echoed instanceof ProductContent same
          ? Objects.equals(same.ids(), products.ids())
          : PRODUCT.equals(echo.echoedEvent());
    }
    if (echoed instanceof TextContent text && sent instanceof TextContent ours) {
      return normalised(text.text()).equals(normalised(ours.text()));
    }
    if (echoed instanceof CompositeContent cards && sent instanceof CompositeContent ours) {
      return isSame(cards, ours);
    }
    // Pictures come back under another URL: the kind has to do, and the order in which they were
    // sent.
    return echoed != null && echoed.getClass() == sent.getClass();
  }

  /** By the words on them: their pictures come back under other URLs. */
  private static boolean isSame(CompositeContent echoed, CompositeContent ours) {
    return size(echoed.compositeList()) == size(ours.compositeList())
        && normalised(echoed.text()).equals(normalised(ours.text()));
  }

  private static int size(@Nullable List<?> list) {
    return list == null ? 0 : list.size();
  }

  /** Line ends and white space may differ in what NAVER returns. */
  private static String normalised(@Nullable String text) {
    return text == null ? "" : text.replaceAll("(?U)\\s+", " ").strip();
  }
}
