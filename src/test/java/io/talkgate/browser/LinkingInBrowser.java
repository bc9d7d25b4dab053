package io.talkgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.restassured.http.ContentType;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The linking guide from its first step to 승인완료, and 해지, against the simulator. */
@ExtendWith(BrowserStage.Shared.class)
class LinkingInBrowser {
  private final BrowserStage stage;

  LinkingInBrowser(BrowserStage stage) {
    this.stage = stage;
  }

  @Test
  void theOwnerGoesThroughTheGuide() {
    Shop shop = Shop.open();
    anAccountAtPartnerCenter(shop);
    try (Desk owner = stage.desk("ko-KR").signIn(shop, "owner");
        Desk operator = stage.desk("ko-KR").signIn("operator", "talkgate")) {
      owner.open("links").await("#links p");
      owner.check("links-none");
      owner.page().click("a.primary");
      owner.live().check("guide-new");
      tick(owner, "account", "api", "conflict");
      assertThat(owner.find("#step-conflict")).hasClass("card step done");
      assertThat(owner.find("#request")).isDisabled();

      wrongInputStaysAndIsExplained(owner);
      owner.page().fill("#accountId", shop.accountId());
      owner.page().fill("#sendApiKey", shop.sendApiKey());
      owner.page().fill("#name", "본점");
      owner.page().click("#account-form button[type=submit]");
      assertThat(owner.find("#status")).containsText("미신청");
      tick(owner, "key");
      assertThat(owner.find("#key-kept")).containsText("cret");

      owner.page().click("#request");
      assertThat(owner.find("#status")).containsText("승인대기중");
      assertThat(owner.find("#request")).isDisabled();
      String webhook = copied(owner, "webhookUrl");
      assertTrue(webhook.contains("/webhooks/talktalk/"), webhook);
      assertEquals("https://talk.naver.com/" + shop.accountId(), copied(owner, "chatUrl"));
      owner.check("guide-pending");
      register(shop, webhook);

      marksComeAsEventsDo(owner, shop);
      owner.check("guide-checks");

      operator.open("approvals").live();
      Locator request = operator.await("article:has-text('" + shop.accountId() + "')");
      operator.check("approvals");
      request.getByText("승인", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(request).hasCount(0);
      assertThat(owner.find("#status")).containsText("승인완료");
      assertThat(owner.find("#health")).not().isEmpty();
      passes(owner, "KEY");
      answer(shop);
      passes(owner, "EVENT_ECHO");
      assertThat(owner.find("#step-checks")).hasClass("card step done");
      owner.check("guide-approved");
      owner.picture("guide");
      owner.page().setViewportSize(1280, 1000);
      owner.page().evaluate("() => document.querySelector('#step-webhook').scrollIntoView()");
      owner.check("linking");
      owner.open("links").await("#links table");
      owner.check("links");

      revoke(owner, shop);
      assertEquals(List.of(), owner.complaints().stream().filter(c -> !c.contains("400")).toList());
      assertEquals(List.of(), operator.complaints());
    }
  }

  @Test
  void aRejectionComesWithItsReason() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    shop.requestApproval(link);
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager");
        Desk operator = stage.desk("ko-KR").signIn("operator", "talkgate")) {
      manager.open("links/" + link).live();
      operator.open("approvals").live();
      operator.await("article:has-text('" + shop.accountId() + "') button.danger").click();
      operator.await("dialog textarea").fill("다른 가게의 계정입니다.");
      operator.check("reject");
      operator.page().click("dialog button[type=submit]");
      assertThat(manager.find("#status")).containsText("반려");
      assertThat(manager.find("#rejected")).containsText("다른 가게의 계정입니다.");
      assertThat(manager.find("#request")).isEnabled();
      manager.page().click("#request");
      assertThat(manager.find("#status")).containsText("승인대기중");
    }
  }

  @Test
  void aSilentWebhookGetsAFreshUrlByOneClick() {
    Shop shop = Shop.open();
    String link = shop.approvedLink();
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager")) {
      manager.page().route("**/links/*/health", LinkingInBrowser::silent);
      manager.open("links/" + link).live();
      manager.await("#fresh");
      String before = manager.find("#webhookUrl").inputValue();
      manager.check("guide-silent");
      manager.page().click("#fresh");
      assertThat(manager.find(".toast")).containsText("등록해 주세요");
      String now = manager.find("#webhookUrl").inputValue();
      assertNotEquals(before, now);
      assertEquals(now, manager.page().evaluate("() => navigator.clipboard.readText()"));
    }
  }

  /** What health says after days without an echo, which no test waits for. */
  private static void silent(Route route) {
    APIResponse real = route.fetch();
    String told = real.text().replaceFirst("\"state\":\"[A-Z_]+\"", "\"state\":\"WEBHOOK_SILENT\"");
    route.fulfill(new Route.FulfillOptions().setResponse(real).setBody(told));
  }

  private static void answer(Shop shop) {
    shop.writes(shop.customer(), "배송 되나요?");
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "네")))
        .post("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .then()
        .statusCode(202);
  }

  private static void wrongInputStaysAndIsExplained(Desk owner) {
    owner.page().fill("#accountId", "두 단어");
    owner.page().fill("#sendApiKey", "key");
    owner.page().click("#account-form button[type=submit]");
    assertThat(owner.find("#accountId + .error")).isVisible();
    assertThat(owner.find("#accountId")).isFocused();
    assertThat(owner.find("#accountId")).hasValue("두 단어");
    assertThat(owner.find("#sendApiKey")).hasValue("key");
    owner.check("guide-error");
  }

  private static void marksComeAsEventsDo(Desk owner, Shop shop) {
    String user = shop.customer();
    shop.event(user, Map.of("event", "open", "options", Map.of("inflow", "button")));
    passes(owner, "FIRST_EVENT");
    passes(owner, "EVENT_OPEN");
    shop.writes(user, "안녕하세요");
    passes(owner, "EVENT_SEND");
    shop.event(user, Map.of("event", "friend", "options", Map.of("set", "on")));
    passes(owner, "EVENT_FRIEND");
    assertThat(owner.find("[data-check=EVENT_LEAVE]")).not().hasClass("done");
    shop.event(user, Map.of("event", "leave"));
    passes(owner, "EVENT_LEAVE");
  }

  private static void revoke(Desk owner, Shop shop) {
    owner.page().click("#links tbody a");
    owner.await("#revoking").scrollIntoViewIfNeeded();
    owner.page().fill("#confirm", "wrong");
    owner.page().click("#revoke-form button");
    assertThat(owner.find("#confirm + .error")).containsText(shop.accountId());
    owner.page().fill("#confirm", shop.accountId());
    owner.page().click("#revoke-form button");
    assertThat(owner.find("#status")).containsText("해지");
    assertThat(owner.find(".toast")).containsText("약관");
  }

  private static void passes(Desk owner, String check) {
    assertThat(owner.find("[data-check=" + check + "]")).hasClass("done");
  }

  private static void tick(Desk owner, String... steps) {
    for (String step : steps) {
      owner.page().check("#step-" + step + " .told");
    }
  }

  private static String copied(Desk owner, String field) {
    owner.page().click("[data-copy=" + field + "]");
    assertThat(owner.find(".toast").last()).containsText("복사");
    return (String) owner.page().evaluate("() => navigator.clipboard.readText()");
  }

  private static void anAccountAtPartnerCenter(Shop shop) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("accountId", shop.accountId(), "sendApiKey", shop.sendApiKey()))
        .post("/simulator/api/accounts")
        .then()
        .statusCode(201);
  }

  private static void register(Shop shop, String webhook) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("webhookUrl", webhook))
        .patch("/simulator/api/accounts/{id}", shop.accountId())
        .then()
        .statusCode(200);
  }
}
