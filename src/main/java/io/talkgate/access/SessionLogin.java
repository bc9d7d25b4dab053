package io.talkgate.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Knows callers by their browser's session. Credentials in the call itself come first, and a
 * session that has ended is nobody, so that the pages for those who are not logged in can be seen
 * with its cookie.
 */
@Singleton
class SessionLogin implements HttpAuthenticationMechanism {
  /** Before HTTP Basic, whose challenge would have browsers ask for a password of their own. */
  private static final int PRIORITY = 3000;

  private static final String API = "/api/";
  private static final int FOUND = 302;
  private static final int UNAUTHORIZED = 401;
  private static final ChallengeData BY_SESSION =
      new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Session realm=\"TalkGate\"");

  private final StoredSessions sessions;

  private final SecretCookies cookies;

  SessionLogin(StoredSessions sessions, SecretCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager unused) {
    if (call.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      return Uni.createFrom().nullItem();
    }
    return cookies
        .read(SecretCookie.SESSION, call)
        .map(id -> sessions.find(id).map(found -> found.map(SessionLogin::identity).orElse(null)))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private static @Nullable SecurityIdentity identity(BrowserSession session) {
    return Identities.of(session.caller()).addAttribute(CurrentSession.ATTRIBUTE, session).build();
  }

  /** A page sends to the login form and back; a script learns that its session has ended. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    HttpServerRequest request = call.request();
    if (request.path().equals(LoginPaths.ISSUER)) {
      return Uni.createFrom().nullItem(); // quarkus-oidc's
    }
    if (wantsPage(request)) {
      String location = LoginPaths.LOGIN + "?to=" + encoded(request.uri());
      return Uni.createFrom().item(new ChallengeData(FOUND, HttpHeaders.LOCATION, location));
    }
    boolean ofBrowser =
        cookies.read(SecretCookie.SESSION, call).isPresent()
            && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    return Uni.createFrom().item(ofBrowser ? BY_SESSION : null);
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return !request.path().startsWith(API) && accept != null && accept.contains("text/html");
  }

  private static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.COOKIE, SecretCookie.SESSION.plainName()));
  }
}
