package io.talkgate.intake;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code POST /webhooks/talktalk/{token}}. A plain route rather than a REST resource: no content
 * type, header, method or byte of a caller may be refused by anything but the code of this room.
 */
@Singleton
class WebhookRoute {
  private static final String PATH = "/webhooks/talktalk/";

  /**
   * Behind the security headers (-1000), ahead of all else: deadlines of bodies, login and REST's
   * look at every path are not for NAVER, and cost a tenth of the processor time of a call.
   */
  private static final int ORDER = -950;

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Webhook webhook;

  WebhookRoute(Webhook webhook) {
    this.webhook = webhook;
  }

  void mount(@Observes Router router) {
    router.route("/webhooks/*").order(ORDER).handler(this::route);
  }

  private void route(RoutingContext call) {
    String path = call.request().path();
    String token = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    if (token.isEmpty() || token.indexOf('/') >= 0) {
      WebhookAnswer.of(NOT_FOUND).send(call);
    } else if (!call.request().method().equals(HttpMethod.POST)) {
      call.response().putHeader("Allow", "POST");
      WebhookAnswer.of(METHOD_NOT_ALLOWED).send(call);
    } else {
      webhook.receive(call, token);
    }
  }
}
