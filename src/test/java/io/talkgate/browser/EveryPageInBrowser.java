package io.talkgate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: both languages, accessibility, weight, silence, a phone. */
@ExtendWith(BrowserStage.Shared.class)
class EveryPageInBrowser {
  private static final long MOST_BYTES = 150_000;
  private static final List<String> PAGES =
      List.of(
          "consultations",
          "overview",
          "statistics",
          "templates",
          "links",
          "links/new",
          "rules",
          "categories",
          "subscriptions",
          "events",
          "members");

  /** What is there once a page has got what it shows. */
  private static final Map<String, String> FILLED =
      Map.of(
          "consultations", "#list a",
          "overview", "#links table",
          "statistics", "#figures table",
          "templates", "#templates p",
          "links", "#links table",
          "rules", "#agents table",
          "subscriptions", "#subscriptions article",
          "events", "#events p",
          "members", "#members table",
          "approvals", "#queue > *");

  private static final List<String> LIVE =
      List.of("consultations", "overview", "links", "approvals");

  private final BrowserStage stage;
  private final Shop shop;

  EveryPageInBrowser(BrowserStage stage) {
    this.stage = stage;
    this.shop = Shop.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko-KR", "en-US"})
  void everyPageIsAccessibleLightAndSilent(String language) {
    String code = language.substring(0, 2);
    String link = shop.approvedLink();
    shop.writes(shop.customer(), "안녕하세요");
    aSubscription();
    try (Desk owner = stage.desk(language)) {
      owner.page().navigate("http://localhost:" + RestAssured.port + "/login");
      owner.check("login-" + code);
      owner.signIn(shop, "owner").live();
      for (String path : PAGES) {
        visit(owner, path, code);
      }
      visit(owner, "links/" + link, code);
      assertEquals(List.of(), owner.complaints());
    }
    try (Desk operator = stage.desk(language).signIn("operator", "talkgate")) {
      visit(operator, "approvals", code);
      assertEquals(List.of(), operator.complaints());
    }
  }

  @Test
  void everyPageFitsAPhone() {
    shop.approvedLink();
    shop.event(shop.customer(), Map.of("event", "open", "options", Map.of("inflow", "button")));
    shop.writes(shop.customer(), "안녕하세요");
    aSubscription();
    try (Desk owner = stage.phone("ko-KR").signIn(shop, "owner")) {
      for (String path : PAGES) {
        owner.open(path);
        await(owner, path);
        owner.check("phone-" + path.replace('/', '-'));
        Object overflow =
            owner.page().evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertEquals(0, overflow, path);
      }
      owner.open("consultations").await("#list a").click();
      owner.await("#messages .message");
      owner.check("phone-consultation");
      owner.page().click("#back");
      owner.await("#list a");
    }
  }

  /** Told nothing in these tests. */
  private void aSubscription() {
    shop.as("manager")
        .body(Map.of("url", "https://crm.example/hooks", "types", List.of("link.created")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(201);
  }

  private static void await(Desk desk, String path) {
    Optional.ofNullable(FILLED.get(path)).ifPresent(desk::await);
  }

  private static void visit(Desk desk, String path, String language) {
    desk.open(path);
    if (LIVE.stream().anyMatch(path::startsWith)) {
      desk.live();
    }
    await(desk, path);
    desk.check(path.replace('/', '-').replaceAll("-[0-9a-f]{8}-.*", "-one") + "-" + language);
    assertEquals(language, desk.page().evaluate("() => document.documentElement.lang"), path);
    long weight = desk.weight();
    assertTrue(weight < MOST_BYTES, () -> path + " weighs " + weight);
    System.out.printf("%-20s %s %,8d bytes%n", path, language, weight);
  }
}
