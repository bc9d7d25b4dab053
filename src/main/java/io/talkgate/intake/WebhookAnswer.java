package io.talkgate.intake;

import io.vertx.ext.web.RoutingContext;

/**
 * The status of a webhook call; the body is always empty (contract §2).
 *
 * @param status the HTTP status
 * @param isKept whether an event is durable
 */
record WebhookAnswer(int status, boolean isKept) {
  static final WebhookAnswer KEPT = new WebhookAnswer(200, true);

  /** The service has called itself: there was nothing to keep. */
  static final WebhookAnswer CANARY = of(200);

  /** Not on the list of callers, where there is one. */
  static final WebhookAnswer CALLER_REFUSED = of(403);

  static final WebhookAnswer UNKNOWN_TOKEN = of(404);

  /** NAVER takes anything but 200 on pay_complete for a refusal of the payment (protocol §2). */
  static final WebhookAnswer PAYMENT_REFUSED = new WebhookAnswer(409, true);

  static final WebhookAnswer DEAD_TOKEN = of(410);
  static final WebhookAnswer TOO_LARGE = of(413);
  static final WebhookAnswer NOT_KEPT = of(503);

  static WebhookAnswer of(int status) {
    return new WebhookAnswer(status, false);
  }

  void send(RoutingContext call) {
    if (call.response().ended() || call.response().closed()) {
      return;
    }
    if (!call.request().isEnded()) {
      // The rest of the body is not read: the connection cannot be used again.
      call.response().putHeader("Connection", "close");
    }
    call.response().setStatusCode(status).end();
  }
}
