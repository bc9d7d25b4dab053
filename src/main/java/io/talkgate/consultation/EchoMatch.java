package io.talkgate.consultation;

import io.talkgate.talktalk.Content;
import io.talkgate.talktalk.EchoEvent;
import io.talkgate.talktalk.ProductContent;
import io.talkgate.talktalk.TextContent;

/**
 * Whether an echo is that of a message of ours. NAVER gives it no identifier in common with the
 * send API's answer (protocol §1 messageId), so the content decides.
 */
final class EchoMatch {
  private static final String PRODUCT = "product";

  private EchoMatch() {}

  static boolean isEchoOf(EchoEvent echo, Content sent) {
    if (sent instanceof ProductContent) {
      return PRODUCT.equals(echo.echoedEvent());
    }
    Content echoed = echo.content();
    if (echoed instanceof TextContent text && sent instanceof TextContent ours) {
      return normalised(text).equals(normalised(ours));
    }
    // Pictures come back under another URL: the kind has to do, and the order in which they were
    // sent.
    return echoed != null && echoed.getClass() == sent.getClass();
  }

  /** Line ends and surrounding white space may differ in what NAVER returns. */
  private static String normalised(TextContent text) {
    return text.text().replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
