package io.talkgate.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Registers routes whose handlers run on the simulator's one context, so that its state needs no
 * locks. Bodies are bounded here, independent of the application's limits.
 */
final class Api {
  private static final long MAX_BODY = 1024 * 1024;

  /** Larger than the 10 MiB that a webhook takes, to try just that. */
  private static final long MAX_RAW_BODY = 16 * 1024 * 1024;

  private final Router router;
  private final Context context;
  private final Accounts accounts;

  Api(Router router, Context context, Accounts accounts) {
    this.router = router;
    this.context = context;
    this.accounts = accounts;
  }

  void raw(HttpMethod method, String path, Consumer<RoutingContext> handler) {
    route(method, path, MAX_BODY, handler);
  }

  void on(HttpMethod method, String path, Function<RoutingContext, Reply> handler) {
    raw(method, path, call -> write(call, handler.apply(call)));
  }

  void onAccount(HttpMethod method, String path, AccountHandler handler) {
    raw(
        method,
        "/api/accounts/:id" + path,
        call -> {
          Account account = accounts.find(call.pathParam("id"));
          write(call, account == null ? Reply.notFound() : handler.handle(account, body(call)));
        });
  }

  void onCustomer(HttpMethod method, String path, CustomerHandler handler) {
    onCustomer(method, path, MAX_BODY, handler);
  }

  void onLargeCustomerPost(String path, CustomerHandler handler) {
    onCustomer(HttpMethod.POST, path, MAX_RAW_BODY, handler);
  }

  private void onCustomer(HttpMethod method, String path, long limit, CustomerHandler handler) {
    route(
        method,
        "/api/accounts/:id/customers/:user" + path,
        limit,
        call -> {
          Account account = accounts.find(call.pathParam("id"));
          Customer customer = account == null ? null : account.customer(call.pathParam("user"));
          if (account == null || customer == null) {
            write(call, Reply.notFound());
          } else {
            Future<Reply> reply = handler.handle(account, customer, call);
            reply.onSuccess(done -> write(call, done)).onFailure(call::fail);
          }
        });
  }

  interface AccountHandler {
    Reply handle(Account account, @Nullable JsonObject body);
  }

  interface CustomerHandler {
    Future<Reply> handle(Account account, Customer customer, RoutingContext call);
  }

  static @Nullable JsonObject body(RoutingContext call) {
    return Fields.parse(Bodies.of(call));
  }

  private void route(HttpMethod method, String path, long limit, Consumer<RoutingContext> handler) {
    router
        .route(method, path)
        .handler(new Bodies(limit))
        .handler(call -> context.runOnContext(v -> guarded(call, handler)))
        .failureHandler(Api::failed);
  }

  private static void guarded(RoutingContext call, Consumer<RoutingContext> handler) {
    try {
      handler.accept(call);
    } catch (RuntimeException e) {
      call.fail(e);
    }
  }

  private static void failed(RoutingContext call) {
    if (call.statusCode() == 413) {
      write(call, Reply.problem(413, "TOO_LARGE", "The body is too large"));
    } else {
      call.next();
    }
  }

  private static void write(RoutingContext call, Reply reply) {
    if (!call.response().ended() && !call.response().closed()) {
      call.response()
          .setStatusCode(reply.status())
          .putHeader("Content-Type", Webhooks.JSON)
          .putHeader("Cache-Control", "no-store")
          .end(reply.json());
    }
  }
}
