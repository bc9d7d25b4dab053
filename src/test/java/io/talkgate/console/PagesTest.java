package io.talkgate.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.talkgate.testing.Browser;
import io.talkgate.testing.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which page, in which language; what a browser is allowed there. */
@QuarkusTest
class PagesTest {
  private static final Path ASSETS = Path.of("src/main/resources/console/assets");
  private static final Pattern SAID = Pattern.compile("\\bt\\('([A-Za-z.]*[A-Za-z])'[,)]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/consultations",
        "/overview",
        "/links",
        "/links/new",
        "/statistics",
        "/templates",
        "/rules",
        "/categories",
        "/subscriptions",
        "/events",
        "/members",
        "/approvals"
      })
  void whoIsNotLoggedInIsSentToTheLogin(String page) {
    given()
        .redirects()
        .follow(false)
        .get("/console" + page)
        .then()
        .statusCode(303)
        .header("Location", startsWith("/login?to=%2Fconsole"));
  }

  @ParameterizedTest
  @CsvSource({
    "observer, consultations overview links",
    "agent, consultations overview templates links",
    "manager, consultations overview statistics templates links rules categories subscriptions events",
    "owner, consultations overview statistics templates links rules categories subscriptions events members"
  })
  void theNavigationHoldsWhatTheRoleMayUse(String role, String pages) {
    Browser browser = Browser.loggedIn(Shop.open().username(role), Shop.PASSWORD);
    browser
        .call()
        .get("/console")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/console/consultations"));
    String page = page(browser, "/console/consultations").asString();
    for (String each :
        List.of(
            "consultations",
            "overview",
            "statistics",
            "templates",
            "links",
            "rules",
            "categories",
            "subscriptions",
            "events",
            "members",
            "approvals")) {
      boolean has = List.of(pages.split(" ")).contains(each);
      assertEquals(has, page.contains("href=\"/console/" + each + "\""), each);
      browser.call().get("/console/" + each).then().statusCode(has ? 200 : 303);
    }
  }

  @Test
  void operatorsApproveAndReadNoConversation() {
    Browser operator = Browser.loggedIn("operator", "talkgate");
    operator.call().get("/console").then().header("Location", equalTo("/console/approvals"));
    String page = page(operator, "/console/approvals").asString();
    assertTrue(page.contains("연동 승인") && !page.contains("/console/consultations"), page);
    operator.call().get("/console/consultations").then().statusCode(303);
  }

  @Test
  void koreanComesFirstAndEnglishIfAskedFor() {
    Browser browser = Browser.loggedIn(Shop.open().username("agent"), Shop.PASSWORD);
    assertTrue(page(browser, "/console/links").asString().contains("lang=\"ko\""));
    browser
        .call()
        .header("Accept-Language", "en")
        .get("/console/links")
        .then()
        .body(containsString("lang=\"en\""));
    browser.keep(
        browser.call().get("/console/links?lang=en").then().statusCode(303).extract().response());
    assertTrue(page(browser, "/console/links").asString().contains("Sign out"));
  }

  @Test
  void pagesMayLoadAndRunNothingButTheirOwnFiles() {
    Browser browser = Browser.loggedIn(Shop.open().username("agent"), Shop.PASSWORD);
    page(browser, "/console/links")
        .then()
        .header(
            "Content-Security-Policy",
            allOf(containsString("script-src 'self';"), not(containsString("unsafe"))))
        .header("Cache-Control", "no-store");
    given()
        .get("/login")
        .then()
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  @Test
  void assetsAreAskedForAgainAndMostlyStandAsTheyDid() {
    String tag =
        given()
            .get("/console/assets/core.js")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-cache")
            .extract()
            .header("ETag");
    given().header("If-None-Match", tag).get("/console/assets/core.js").then().statusCode(304);
    given().get("/console/assets/texts-ko.js").then().statusCode(200).body(containsString("승인대기중"));
    given().get("/console/assets/nothing.js").then().statusCode(404);
  }

  @Test
  void everyFileIsServedAndEveryTextIsThere() throws IOException {
    Set<String> files = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    try (Stream<Path> list = Files.list(ASSETS)) {
      for (Path file : list.toList()) {
        files.add(file.getFileName().toString());
        SAID.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
      }
    }
    assertEquals(files, new TreeSet<>(Assets.FILES));
    for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
      said.removeAll(ConsoleTexts.scripts(language).keySet());
      assertEquals(Set.of(), said);
    }
    assertEquals(
        ConsoleTexts.scripts(Locale.KOREAN).keySet(),
        ConsoleTexts.scripts(Locale.ENGLISH).keySet());
    assertEquals(
        ConsoleTexts.pages(Locale.KOREAN).keySet(), ConsoleTexts.pages(Locale.ENGLISH).keySet());
  }

  private static Response page(Browser browser, String path) {
    return browser.call().get(path).then().statusCode(200).extract().response();
  }
}
