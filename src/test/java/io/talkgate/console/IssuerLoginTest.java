package io.talkgate.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.talkgate.access.Issuer;
import io.talkgate.access.LoginPaths;
import io.talkgate.testing.Browser;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Issue 4 §1: browsers log in at an OpenID issuer. */
@QuarkusTest
@TestProfile(Issuer.class)
class IssuerLoginTest {
  private static final String BRANDS = "/api/v1/brands";

  private final Browser browser = new Browser();

  @Test
  void theFormOffersTheIssuer() {
    given()
        .header("Accept-Language", "en")
        .get("/login")
        .then()
        .body(containsString("<a class=\"button\" href=\"/login/issuer\">Sign in with"));
    given().get("/login").then().body(containsString("회사 계정으로 로그인"));
  }

  @Test
  void aBrowserIsSentThereAndComesBackToASessionOfOurs() {
    String state = away();

    comeBack("state", state, "code", "a-code").then().statusCode(303).header("Location", "/");

    assertEquals(Set.of("talkgate-session"), browser.cookieNames());
    browser.call().get(BRANDS).then().statusCode(200).body("items.id", contains(Issuer.BRAND));
  }

  @Test
  void whoHasLoggedOutIsNotBackInByAskingOnce() {
    comeBack("state", away(), "code", "a-code");
    browser.call().formParam("csrf", browser.csrf()).post("/logout").then().statusCode(303);

    browser.call().get(BRANDS).then().statusCode(401);
    Response again = browser.call().get(LoginPaths.ISSUER);
    assertEquals(302, again.statusCode());
    assertTrue(again.getHeader("Location").contains("/auth/realms/quarkus"));
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForStartsAnew() {
    away();

    Response answer = comeBack("state", "foreign", "code", "a-code");

    assertEquals(302, answer.statusCode());
    assertTrue(answer.getHeader("Location").contains("/auth/realms/quarkus"));
    assertTrue(browser.session().isEmpty());
  }

  @Test
  void whoDeclinesThereIsShownTheForm() {
    comeBack("state", away(), "error", "access_denied")
        .then()
        .statusCode(303)
        .header("Location", "/login");

    assertEquals(Set.of(), browser.cookieNames());
  }

  @Test
  void theCodeIsOfUseToNobodyElse() {
    String location = browser.call().get(LoginPaths.ISSUER).getHeader("Location");

    assertTrue(location.contains("code_challenge_method=S256"), location);
    assertTrue(location.contains("redirect_uri=http%3A%2F%2F"), location);
  }

  @Test
  void behindTlsBrowsersComeBackByTls() {
    Response answer = browser.call().header("X-Forwarded-Proto", "https").get(LoginPaths.ISSUER);

    String location = answer.getHeader("Location");
    assertTrue(location.contains("redirect_uri=https%3A%2F%2F"), location);
    assertTrue(location.contains("%2Flogin%2Fissuer"), location);
    assertTrue(answer.getDetailedCookies().asList().stream().allMatch(Cookie::isSecured));
  }

  /** Goes to the issuer; the answer is the state that it hands back. */
  private String away() {
    Response answer = browser.keep(browser.call().get(LoginPaths.ISSUER));
    assertEquals(302, answer.statusCode());
    String location = answer.getHeader("Location");
    assertTrue(location.contains("/auth/realms/quarkus"), location);
    return location.replaceAll(".*[?&]state=([^&]*).*", "$1");
  }

  private Response comeBack(String name, String value, String other, String otherValue) {
    return browser.keep(
        browser
            .call()
            .queryParam(name, value)
            .queryParam(other, otherValue)
            .get(LoginPaths.ISSUER));
  }
}
