package io.talkgate.simulator;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The people at Partner Center. */
final class PartnerCenterRoutes {
  private static final String PATH = "/partner-center/";
  private static final String NICKNAME = "파트너닉네임";

  private final PartnerCenter center;

  PartnerCenterRoutes(PartnerCenter center) {
    this.center = center;
  }

  void mount(Api api) {
    api.onCustomer(POST, PATH + "messages", this::write);
    api.onCustomer(POST, PATH + "complete", this::complete);
    api.onCustomer(POST, PATH + "leave", this::leave);
    api.onCustomer(POST, PATH + "marketing", this::marketing);
  }

  private Future<Reply> write(Account account, Customer customer, RoutingContext call) {
    JsonObject body = given(call);
    String text = Fields.text(body, "text", "");
    boolean takes = Fields.flag(body, "takesThread", true);
    return text.isEmpty()
        ? missingText()
        : reply(center.write(account, customer, text, nickname(body), takes));
  }

  private Future<Reply> complete(Account account, Customer customer, RoutingContext call) {
    JsonObject body = given(call);
    boolean autoEnd = Fields.flag(body, "autoEnd", false);
    return reply(center.complete(account, customer, nickname(body), autoEnd));
  }

  private Future<Reply> leave(Account account, Customer customer, RoutingContext call) {
    return reply(center.leave(account, customer, nickname(given(call))));
  }

  private Future<Reply> marketing(Account account, Customer customer, RoutingContext call) {
    String text = Fields.text(given(call), "text", "");
    return text.isEmpty() ? missingText() : reply(center.marketing(account, customer, text));
  }

  private static JsonObject given(RoutingContext call) {
    JsonObject body = Api.body(call);
    return body == null ? new JsonObject() : body;
  }

  private static String nickname(JsonObject body) {
    return Fields.text(body, "nickname", NICKNAME);
  }

  private static Future<Reply> missingText() {
    return Future.succeededFuture(Reply.invalid("text"));
  }

  private static Future<Reply> reply(Future<Delivery> delivery) {
    return delivery.map(done -> Reply.ok(done.toJson()));
  }
}
