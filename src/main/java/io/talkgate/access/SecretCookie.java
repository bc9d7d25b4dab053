package io.talkgate.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A cookie that scripts cannot read and other sites' forms do not send. Behind TLS it is bound to
 * this very host by the prefix {@code __Host-}, which a browser takes from no other host and no
 * unencrypted answer.
 */
public enum SecretCookie {
  /** Holds the id of a {@link BrowserSession}. */
  SESSION("talkgate-session"),
  /** Ties the login form to the browser that asked for it. */
  LOGIN("talkgate-login");

  private static final String HOST_PREFIX = "__Host-";

  private final String plainName;

  SecretCookie(String plainName) {
    this.plainName = plainName;
  }

  /** What the browser sent; empty if nothing, or nothing that was set over this kind of line. */
  public Optional<String> read(RoutingContext call) {
    return Optional.ofNullable(call.request().getCookie(name(call.request())))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /** Has the browser keep a value until it is closed. */
  public void set(RoutingContext call, String value) {
    call.response().addCookie(cookie(call.request(), value));
  }

  /** Has the browser keep a new random value, which is answered, until it is closed. */
  public String renew(RoutingContext call) {
    String value = Secrets.random();
    set(call, value);
    return value;
  }

  /** Has the browser forget the value. */
  public void clear(RoutingContext call) {
    call.response().addCookie(cookie(call.request(), "").setMaxAge(0));
  }

  private Cookie cookie(HttpServerRequest request, String value) {
    return Cookie.cookie(name(request), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(request.isSSL());
  }

  /** TLS may end at a proxy that is trusted (quarkus.http.proxy.*). */
  private String name(HttpServerRequest request) {
    return request.isSSL() ? HOST_PREFIX + plainName : plainName;
  }
}
