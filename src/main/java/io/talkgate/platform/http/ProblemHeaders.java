package io.talkgate.platform.http;

import static java.util.stream.Collectors.toMap;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The headers that HTTP wants beside some errors. */
final class ProblemHeaders {
  /** Seconds; long enough for a database to fail over, short enough for a waiting agent. */
  private static final String RETRY_AFTER = "5";

  /** Seconds; as long as failed logins are counted at most. */
  private static final String RETRY_LOGIN_AFTER = "900";

  private ProblemHeaders() {}

  static Uni<Map<String, String>> of(ErrorCode code, RoutingContext call) {
    return switch (code) {
      case UNAUTHENTICATED -> challenge(call);
      case METHOD_NOT_ALLOWED -> item(allow());
      case DATABASE_UNAVAILABLE,
          ISSUER_UNAVAILABLE,
          OVERLOADED,
          SEND_RATE_EXCEEDED,
          TOO_MANY_STREAMS ->
          item(Map.of("Retry-After", RETRY_AFTER));
      case LOGIN_THROTTLED -> item(Map.of("Retry-After", RETRY_LOGIN_AFTER));
      // The rest of the body is not going to be read.
      case PAYLOAD_TOO_LARGE -> item(Map.of("Connection", "close"));
      default -> item(Map.of());
    };
  }

  private static Map<String, String> allow() {
    ResteasyReactiveRequestContext call = CurrentRequestManager.get();
    return call == null ? Map.of() : Map.of("Allow", AllowedMethods.of(call));
  }

  /** How to log in, as the mechanisms that are switched on want it. */
  private static Uni<Map<String, String>> challenge(RoutingContext call) {
    HttpAuthenticator authenticator = call.get(HttpAuthenticator.class.getName());
    if (authenticator == null) {
      return item(Map.of());
    }
    return authenticator
        .getChallenge(call)
        .map(
            challenge ->
                challenge == null
                    ? Map.<String, String>of()
                    : challenge.getHeaders().entrySet().stream()
                        .collect(toMap(header -> header.getKey().toString(), Map.Entry::getValue)));
  }

  private static Uni<Map<String, String>> item(Map<String, String> headers) {
    return Uni.createFrom().item(headers);
  }
}
