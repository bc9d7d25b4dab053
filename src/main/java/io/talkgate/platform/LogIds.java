package io.talkgate.platform;

import io.smallrye.common.vertx.VertxContext;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * Which brand and link it is that a log line is about: the lines of production carry the ids
 * (docs/operations.md), and nothing else of customers or shops.
 */
public final class LogIds {
  private static final String BRAND = "brandId";
  private static final String LINK = "linkId";

  private static final String TRACE = "traceId";
  private static final String SPAN = "spanId";

  private LogIds() {}

  /**
   * What is being done on the current context, a webhook call or a message on its way, is about
   * this link. Without a context of its own nothing is noted: it would stay on the thread and be
   * said of whoever comes next.
   */
  public static void are(UUID brandId, UUID linkId) {
    if (VertxContext.isOnDuplicatedContext()) {
      MDC.put(BRAND, brandId.toString());
      MDC.put(LINK, linkId.toString());
    }
  }

  /** What is being done on the current context is told by this span. */
  public static void traced(String traceId, String spanId) {
    if (VertxContext.isOnDuplicatedContext()) {
      MDC.put(TRACE, traceId);
      MDC.put(SPAN, spanId);
    }
  }
}
