package io.talkgate.desk;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes a missing body for missing JSON, whatever the content type: many clients send none, or
 * {@code application/x-www-form-urlencoded} with nothing, and 415 would tell their users nothing.
 */
@Singleton
class EmptyBodies {
  private static final int PRIORITY = 100;

  void install(@Observes Filters filters) {
    filters.register(EmptyBodies::nothingIsJson, PRIORITY);
  }

  private static void nothingIsJson(RoutingContext call) {
    HttpServerRequest request = call.request();
    String path = request.path();
    if (path != null && path.startsWith("/api/") && isEmpty(request)) {
      request.headers().set("Content-Type", "application/json");
    }
    call.next();
  }

  private static boolean isEmpty(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? request.getHeader("Transfer-Encoding") == null : length.equals("0");
  }
}
