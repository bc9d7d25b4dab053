package io.talkgate.access;

import io.talkgate.platform.http.Origins;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Cookies that scripts cannot read and other sites' forms do not send. Behind TLS they are bound to
 * this very host by the prefix {@code __Host-}, which a browser takes from no other host and no
 * unencrypted answer.
 */
@Singleton
public class SecretCookies {
  private static final String HOST_PREFIX = "__Host-";

  private final Origins origins;

  SecretCookies(Origins origins) {
    this.origins = origins;
  }

  /** What the browser sent; empty if nothing, or nothing that was set over this kind of line. */
  public Optional<String> read(SecretCookie which, RoutingContext call) {
    return Optional.ofNullable(call.request().getCookie(name(which, call)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /** Has the browser keep a value until it is closed. */
  public void set(SecretCookie which, RoutingContext call, String value) {
    call.response().addCookie(cookie(which, call, value));
  }

  /** Has the browser keep a new random value, which is answered, until it is closed. */
  public String renew(SecretCookie which, RoutingContext call) {
    String value = Secrets.random();
    set(which, call, value);
    return value;
  }

  /** Has the browser forget the value. */
  public void clear(SecretCookie which, RoutingContext call) {
    call.response().addCookie(cookie(which, call, "").setMaxAge(0));
  }

  private Cookie cookie(SecretCookie which, RoutingContext call, String value) {
    return Cookie.cookie(name(which, call), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(origins.isEncrypted(call.request()));
  }

  private String name(SecretCookie which, RoutingContext call) {
    return origins.isEncrypted(call.request())
        ? HOST_PREFIX + which.plainName()
        : which.plainName();
  }
}
