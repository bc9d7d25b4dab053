package io.talkgate.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.talkgate.access.CsrfToken;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A browser: keeps cookies, fills in the login form, follows no redirect. */
public final class Browser {
  private static final String SESSION = "talkgate-session";

  private final Map<String, String> cookies = new HashMap<>();

  /** A browser in which this member has logged in. */
  public static Browser loggedIn(String username, String password) {
    Browser browser = new Browser();
    browser.logIn(username, password).then().statusCode(303);
    return browser;
  }

  /** Opens the login form and sends it off. */
  public Response logIn(String username, String password) {
    String form = keep(call().get("/login")).then().statusCode(200).extract().asString();
    return keep(
        call()
            .formParam("csrf", hidden(form, "csrf"))
            .formParam("to", hidden(form, "to"))
            .formParam("username", username)
            .formParam("password", password)
            .post("/login"));
  }

  /** The names of the cookies it holds. */
  public Set<String> cookieNames() {
    return Set.copyOf(cookies.keySet());
  }

  /** A call with the cookies, as a browser makes it on its own. */
  public RequestSpecification call() {
    return given().redirects().follow(false).cookies(cookies);
  }

  /** A call as the pages' scripts make it. */
  public RequestSpecification scriptCall() {
    return call().header(CsrfToken.HEADER, csrf());
  }

  /** The token in the session's pages. */
  public String csrf() {
    return CsrfToken.of(cookies.getOrDefault(SESSION, ""));
  }

  /** The session's cookie; empty if there is none. */
  public String session() {
    return cookies.getOrDefault(SESSION, "");
  }

  /** Takes over what an answer has set. */
  public Response keep(Response answer) {
    answer
        .getDetailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    return answer;
  }

  private static String hidden(String form, String field) {
    String before = "name=\"" + field + "\" value=\"";
    int from = form.indexOf(before) + before.length();
    return form.substring(from, form.indexOf('"', from));
  }
}
