package io.talkgate.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells browsers what our answers may do: nothing where they are data, and where they are pages,
 * what comes from this host and no script or style within the page itself. Whoever serves something
 * else says so, after this. Webhooks are left alone: no browser reads them.
 */
@Singleton
class SecurityHeaders {
  /** Before everything that may answer. */
  private static final int FIRST = 1000;

  private static final String API = "/api/";
  private static final String WEBHOOKS = "/webhooks/";
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  /** Pictures may come from anywhere: customers send NAVER's, shops their own. */
  private static final String PAGES =
      "default-src 'self'; img-src 'self' https: data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final Origins origins;

  SecurityHeaders(Origins origins) {
    this.origins = origins;
  }

  void install(@Observes Filters filters) {
    filters.register(this::add, FIRST);
  }

  private void add(RoutingContext call) {
    String path = call.request().path();
    if (path == null || !path.startsWith(WEBHOOKS)) {
      boolean data = path != null && path.startsWith(API);
      add(call.response().headers(), data);
      if (origins.isEncrypted(call.request())) {
        call.response().putHeader("Strict-Transport-Security", "max-age=31536000");
      }
    }
    call.next();
  }

  private static void add(MultiMap headers, boolean data) {
    headers
        .set("Content-Security-Policy", data ? DATA : PAGES)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "same-origin")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (data) {
      headers.set("Cache-Control", "no-store");
    }
  }
}
