package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that a page of another site has a browser make. Whatever changes something needs
 * the session's token if the browser's cookie is all that says who calls; this is the one place
 * that checks it, for pages and for the API.
 */
class ForgedCalls {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OUR_PAGES = Set.of("same-origin", "none");

  private final CurrentSession current;

  ForgedCalls(CurrentSession current) {
    this.current = current;
  }

  @ServerRequestFilter
  @WithFormRead
  Uni<@Nullable Response> check(ResteasyReactiveContainerRequestContext call) {
    if (SAFE.contains(call.getMethod())) {
      return goOn();
    }
    if (isOfAnotherSite(call)) {
      return refused();
    }
    // The login form has a token of its own: there may be no session yet, or an old one.
    return call.getUriInfo().getPath().equals(LoginPaths.LOGIN) ? goOn() : checkToken(call);
  }

  /** Browsers say so themselves; this covers passwords for HTTP Basic that they remember, too. */
  private static boolean isOfAnotherSite(ResteasyReactiveContainerRequestContext call) {
    String site = call.getHeaderString("Sec-Fetch-Site");
    return site != null && !OUR_PAGES.contains(site);
  }

  private Uni<@Nullable Response> checkToken(ResteasyReactiveContainerRequestContext call) {
    @Nullable String token = token(call);
    return current
        .find()
        .chain(
            session ->
                session.filter(s -> !CsrfToken.matches(s.id(), token)).isPresent()
                    ? refused()
                    : goOn());
  }

  private static @Nullable String token(ResteasyReactiveContainerRequestContext call) {
    String header = call.getHeaderString(CsrfToken.HEADER);
    if (header != null) {
      return header;
    }
    var context = (ResteasyReactiveRequestContext) call.getServerRequestContext();
    return (String) context.getFormParameter(CsrfToken.FIELD, true, false);
  }

  private static Uni<@Nullable Response> refused() {
    return Uni.createFrom().failure(new RefusedException(Refusal.of(ErrorCode.CSRF_TOKEN)));
  }

  private static Uni<@Nullable Response> goOn() {
    return Uni.createFrom().nullItem();
  }
}
