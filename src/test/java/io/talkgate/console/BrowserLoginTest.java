package io.talkgate.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.talkgate.testing.Browser;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.SettableClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Contract §4: built-in members log in by a form, and stay logged in by a cookie. */
@QuarkusTest
class BrowserLoginTest {
  private static final String PASSWORD = "talkgate";
  private static final String BRANDS = "/api/v1/brands";

  @Inject SettableClock clock;
  @Inject SchemaOwner database;

  @Test
  void theFormLogsInAndTheCookieIsHardened() {
    Browser browser = new Browser();

    Response answer = browser.logIn("agent", PASSWORD);

    answer.then().statusCode(303).header("Location", "/");
    Cookie cookie = answer.getDetailedCookie("talkgate-session");
    assertTrue(cookie.isHttpOnly());
    assertEquals("Lax", cookie.getSameSite());
    assertEquals("/", cookie.getPath());
    assertEquals(43, cookie.getValue().length());
    assertFalse(cookie.hasExpiryDate());
    browser.call().get(BRANDS).then().statusCode(200);
  }

  @Test
  void behindTlsTheCookieIsBoundToTheHost() {
    Cookie cookie = formCookie("https");
    assertEquals("__Host-talkgate-login", cookie.getName());
    assertTrue(cookie.isSecured());

    // What a caller writes itself stands before what the proxy adds.
    assertFalse(formCookie("https, http").isSecured());
  }

  private static Cookie formCookie(String forwardedProto) {
    return given()
        .header("X-Forwarded-Proto", forwardedProto)
        .get("/login")
        .then()
        .statusCode(200)
        .extract()
        .detailedCookies()
        .asList()
        .get(0);
  }

  @Test
  void aPageSendsToTheFormAndTheFormSendsBack() {
    String location =
        given()
            .redirects()
            .follow(false)
            .accept("text/html,*/*")
            .get("/probe-page?a=b")
            .then()
            .statusCode(302)
            .header("WWW-Authenticate", nullValue())
            .extract()
            .header("Location");
    assertTrue(location.endsWith("/login?to=%2Fprobe-page%3Fa%3Db"), location);

    given()
        .get("/login?to=/probe-page?a=b")
        .then()
        .body(containsString("name=\"to\" value=\"/probe-page?a=b\""));
  }

  @Test
  void aWrongPasswordIsTheFormAgainWithoutASession() {
    Response answer = new Browser().logIn("agent", "wrong");

    answer.then().statusCode(401).body(containsString("role=\"alert\""));
    assertNull(answer.getCookie("talkgate-session"));
  }

  @Test
  void whatWasAskedForIsNotWrittenIntoThePageAsItIs() {
    given()
        .queryParam("to", "/\"><script>alert(1)</script>")
        .get("/login")
        .then()
        .statusCode(200)
        .body(not(containsString("<script>")));
  }

  @Test
  void theFormAloneDoesNotLogIn() {
    Response answer =
        given()
            .formParam("username", "agent")
            .formParam("password", PASSWORD)
            .formParam("csrf", "guessed")
            .post("/login");

    answer.then().statusCode(403);
    assertNull(answer.getCookie("talkgate-session"));
  }

  @Test
  void eachLoginHasAnIdOfItsOwnAndEndsTheOneBefore() {
    Browser browser = Browser.loggedIn("agent", PASSWORD);
    String first = browser.session();
    // The form sends on whoever is logged in; another tab may still show it.
    Browser tab = new Browser();
    String form = tab.keep(tab.call().get("/login")).asString();
    String csrf = form.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]*)\".*", "$1");

    Response second =
        tab.call()
            .cookie("talkgate-session", first)
            .formParam("csrf", csrf)
            .formParam("username", "agent")
            .formParam("password", PASSWORD)
            .post("/login");

    second.then().statusCode(303);
    assertNotEquals(first, second.getCookie("talkgate-session"));
    browser.call().get(BRANDS).then().statusCode(401);
  }

  @Test
  void aCallThatChangesNeedsTheSessionsToken() {
    Browser browser = Browser.loggedIn("operator", PASSWORD);
    String other = Browser.loggedIn("operator", PASSWORD).csrf();
    String brand = "{\"name\":\"Brand of a browser\"}";

    browser
        .call()
        .contentType("application/json")
        .body(brand)
        .post(BRANDS)
        .then()
        .statusCode(403)
        .body("code", equalTo("CSRF_TOKEN"));
    browser
        .call()
        .header("X-CSRF-Token", other)
        .contentType("application/json")
        .body(brand)
        .post(BRANDS)
        .then()
        .statusCode(403);
    browser
        .scriptCall()
        .contentType("application/json")
        .body(brand)
        .post(BRANDS)
        .then()
        .statusCode(201);
  }

  @Test
  void aFormBringsTheTokenInAField() {
    Browser browser = Browser.loggedIn("agent", PASSWORD);

    browser.call().formParam("text", "hello").post("/probe-page").then().statusCode(403);
    browser
        .call()
        .formParam("text", "hello")
        .formParam("csrf", browser.csrf())
        .post("/probe-page")
        .then()
        .statusCode(200)
        .body(equalTo("hello"));
  }

  @Test
  void whatAnotherSitesPageSendsIsRefusedHoweverItLogsIn() {
    given()
        .auth()
        .preemptive()
        .basic("operator", PASSWORD)
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("application/json")
        .body("{\"name\":\"forged\"}")
        .post(BRANDS)
        .then()
        .statusCode(403)
        .body("code", equalTo("CSRF_TOKEN"));
  }

  @Test
  void loggingOutEndsTheSessionEverywhere() {
    Browser browser = Browser.loggedIn("agent", PASSWORD);
    browser.call().post("/logout").then().statusCode(403);

    browser
        .call()
        .formParam("csrf", browser.csrf())
        .post("/logout")
        .then()
        .statusCode(303)
        .header("Location", "/login")
        .header("Set-Cookie", containsString("Max-Age=0"));

    // The cookie as somebody else may have kept it; and no dialog of the browser's own.
    browser
        .call()
        .get(BRANDS)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Session"));
  }

  @Test
  void anIdleSessionEnds() {
    Browser browser = Browser.loggedIn("agent", PASSWORD);

    clock.advance(Duration.ofMinutes(59));
    browser.call().get(BRANDS).then().statusCode(200);
    clock.advance(Duration.ofMinutes(59));
    browser.call().get(BRANDS).then().statusCode(200);
    clock.advance(Duration.ofMinutes(61));
    browser.call().get(BRANDS).then().statusCode(401);
  }

  @Test
  void noSessionLastsLongerThanTwelveHours() {
    Browser browser = Browser.loggedIn("agent", PASSWORD);
    for (int i = 0; i < 14; i++) {
      clock.advance(Duration.ofMinutes(50));
      browser.call().get(BRANDS).then().statusCode(200);
    }

    clock.advance(Duration.ofMinutes(50));

    browser.call().get(BRANDS).then().statusCode(401);
  }

  @Test
  void theDatabaseDoesNotHoldWhatTheCookieHolds() throws SQLException {
    Browser browser = Browser.loggedIn("agent", PASSWORD);

    assertEquals(
        0, sessions("position(convert_to('" + browser.session() + "', 'UTF8') in id_hash) > 0"));
    assertEquals(1, sessions("id_hash = sha256('" + browser.session() + "')"));
  }

  @Test
  void aMemberHasTwentySessionsAtMost() throws SQLException {
    Browser first = Browser.loggedIn("observer", PASSWORD);
    for (int i = 0; i < 20; i++) {
      Browser.loggedIn("observer", PASSWORD).call().get(BRANDS).then().statusCode(200);
    }

    first.call().get(BRANDS).then().statusCode(401);
    assertEquals(20, sessions("member_id = (select id from members where username = 'observer')"));
  }

  private int sessions(String condition) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from browser_sessions where " + condition)) {
      count.next();
      return count.getInt(1);
    }
  }

  /** OpenID Connect is off until an issuer is configured. */
  @Test
  void withoutAnIssuerNoneIsOfferedAndTokensAreNobodys() {
    given().get("/login").then().body(not(containsString("/login/issuer")));
    given().get("/login/issuer").then().statusCode(401);
    given().auth().oauth2("e30.e30.AA").get(BRANDS).then().statusCode(401);
  }
}
