package io.talkgate.simulator;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The customers of an account and what they do. */
final class CustomerRoutes {
  private static final int MAX_NAME = 100;

  private final CustomerEvents events;
  private final Webhooks webhooks;
  private final Journal journal;

  CustomerRoutes(CustomerEvents events, Webhooks webhooks, Journal journal) {
    this.events = events;
    this.webhooks = webhooks;
    this.journal = journal;
  }

  void mount(Api api) {
    api.onAccount(POST, "/customers", this::create);
    api.onAccount(GET, "/customers", (account, body) -> list(account));
    api.onCustomer(GET, "", (account, customer, call) -> done(Reply.ok(customer.toJson())));
    api.onCustomer(GET, "/transcript", (account, customer, call) -> transcript(customer));
    api.onCustomer(POST, "/events", this::event);
    api.onLargeCustomerPost("/raw", this::raw);
  }

  private Reply create(Account account, @Nullable JsonObject body) {
    if (account.full()) {
      return Reply.problem(409, "TOO_MANY", "No more customers");
    }
    String name = body == null ? "" : Fields.text(body, "name", "");
    if (name.length() > MAX_NAME) {
      return Reply.invalid("name");
    }
    String shown = name.isBlank() ? "customer " + (account.customers().size() + 1) : name;
    Customer customer = new Customer(Ids.user(), shown);
    account.add(customer);
    journal.changed(account, customer);
    return Reply.created(customer.toJson());
  }

  private static Reply list(Account account) {
    JsonArray items = new JsonArray();
    account.customers().forEach(customer -> items.add(customer.toJson()));
    return Reply.ok(new JsonObject().put("items", items));
  }

  private static Future<Reply> transcript(Customer customer) {
    return done(Reply.ok(new JsonObject().put("items", customer.transcript().toJson())));
  }

  private Future<Reply> event(Account account, Customer customer, RoutingContext call) {
    JsonObject body = Api.body(call);
    if (body == null || Fields.text(body, "event") == null) {
      return done(Reply.invalid("event"));
    }
    return events.happen(account, customer, body).map(Reply::ok);
  }

  private Future<Reply> raw(Account account, Customer customer, RoutingContext call) {
    Buffer body = Bodies.of(call);
    String type = call.request().getHeader("Content-Type");
    return webhooks
        .deliver(account, customer, "raw", body, type == null ? Webhooks.JSON : type)
        .map(delivery -> Reply.ok(delivery.toJson()));
  }

  private static Future<Reply> done(Reply reply) {
    return Future.succeededFuture(reply);
  }
}
