package io.talkgate.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives up calls whose body does not come: a megabyte takes seconds, and a caller who sends a byte
 * a minute would keep a connection as long as it cares to. Calls of webhooks do not come here; they
 * have a deadline of their own.
 */
@Singleton
class BodyDeadline {
  private static final int EARLY = 900;

  private final Vertx vertx;
  private final HttpLimits limits;

  BodyDeadline(Vertx vertx, HttpLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  void install(@Observes Filters filters) {
    filters.register(this::watch, EARLY);
  }

  private void watch(RoutingContext call) {
    HttpServerRequest request = call.request();
    if (announcesBody(request)) {
      Duration deadline = limits.bodyDeadline();
      long timer = vertx.setTimer(deadline.toMillis(), now -> giveUp(request));
      call.addEndHandler(ended -> vertx.cancelTimer(timer));
    }
    call.next();
  }

  /** Whoever has no body is not watched: Quarkus leaves such a request paused, and never ended. */
  private static boolean announcesBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  /** The answer may well take longer; the body has had its time. */
  private static void giveUp(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }
}
