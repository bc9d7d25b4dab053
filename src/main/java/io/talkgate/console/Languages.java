package io.talkgate.console;

import io.talkgate.platform.problem.ProblemTexts;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language somebody reads: as chosen before, else as the browser asks, else Korean. */
final class Languages {
  private static final String COOKIE = "talkgate-language";
  private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

  private Languages() {}

  static Locale of(RoutingContext call) {
    String chosen =
        Optional.ofNullable(call.request().getCookie(COOKIE)).map(Cookie::getValue).orElse(null);
    return chosen == null
        ? ProblemTexts.language(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        : language(chosen);
  }

  /** Keeps what somebody has chosen. */
  static void choose(RoutingContext call, @Nullable String language) {
    call.response()
        .addCookie(
            Cookie.cookie(COOKIE, language(language).getLanguage())
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(YEAR_SECONDS));
  }

  private static Locale language(@Nullable String name) {
    return "en".equals(name) ? Locale.ENGLISH : Locale.KOREAN;
  }
}
