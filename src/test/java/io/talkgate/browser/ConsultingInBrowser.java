package io.talkgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The consultation page, by agents and customers at once. */
@ExtendWith(BrowserStage.Shared.class)
class ConsultingInBrowser {
  private final BrowserStage stage;
  private Shop shop;

  ConsultingInBrowser(BrowserStage stage) {
    this.stage = stage;
    this.shop = Shop.open();
  }

  @BeforeEach
  void anApprovedLink() {
    shop.approvedLink();
  }

  @Test
  void twoAgentsAndTwoCustomersAtOnce() {
    String apple = shop.customer();
    String pear = shop.customer();
    try (Desk one = stage.desk("ko-KR").signIn(shop, "agent").live();
        Desk two = stage.desk("ko-KR").signIn(shop, "manager").live()) {
      shop.writes(apple, "사과 있나요?");
      shop.writes(pear, "배 있나요?");
      open(one, "사과 있나요?");
      open(two, "배 있나요?");
      one.page().click("[data-action=assign]");
      assertThat(one.find("#talk-state")).containsText("담당자");
      says(one, "사과는 있습니다.");
      says(two, "배는 내일 들어옵니다.");
      isDelivered(one);
      isDelivered(two);
      for (int i = 1; i <= 5; i++) {
        shop.writes(apple, "사과 " + i);
        shop.writes(pear, "배 " + i);
      }
      assertThat(one.find("#messages .theirs")).hasCount(6);
      assertThat(two.find("#messages .theirs")).hasCount(6);
      assertEquals(
          List.of("사과 있나요?", "사과는 있습니다.", "사과 1", "사과 2", "사과 3", "사과 4", "사과 5"),
          one.texts("#messages .bubble"));
      one.check("consultations");
      notesTagsTransferAndClose(one, two);
      assertEquals(List.of(), one.complaints());
      assertEquals(List.of(), two.complaints());
    }
  }

  @Test
  void everyContentIsShown() {
    String user = shop.customer();
    shop.writes(user, "안녕하세요, 주문한 원피스가 언제 오나요?");
    shop.event(
        user,
        Map.of(
            "event",
            "send",
            "imageContent",
            Map.of("imageUrl", "http://localhost:" + RestAssured.port + "/simulator/sample.png")));
    shop.event(
        user,
        Map.of("event", "send", "textContent", Map.of("text", "(하트)", "inputType", "sticker")));
    shop.event(
        user,
        Map.of(
            "event",
            "send",
            "fileContent",
            Map.of(
                "downloadUrl",
                "https://example.com/a.pdf",
                "fileName",
                "영수증.pdf",
                "expireDate",
                "2026-12-31")));
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      agent.await("#list a").click();
      assertThat(agent.find("#messages .theirs")).hasCount(4);
      agent.page().fill("#text", "오늘 출고되었습니다. 내일 받아 보실 수 있습니다!");
      agent.page().click(".composer summary");
      agent.page().fill("#quick", "감사합니다, 문의하기");
      agent.page().click("#composer button[type=submit]");
      assertThat(agent.find("#messages .ours .chip")).hasCount(2);
      isDelivered(agent);
      agent.page().click(".composer summary");
      agent.page().click("[data-status=IN_PROGRESS]");
      agent.await("#list a");
      agent.check("consultation");
      agent
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(BrowserStage.SHOTS.resolve("consultation-page.png")));
      assertEquals(List.of(), agent.complaints());
    }
  }

  @Test
  void aMessageThatFailedIsSentAgain() {
    String user = shop.customer();
    shop.writes(user, "받을 수 있나요?");
    refusesAll();
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      open(agent, "받을 수 있나요?");
      says(agent, "네");
      assertThat(agent.find("[data-delivery=FAILED]")).hasCount(1);
      agent.check("failed");
      given().delete("/simulator/api/accounts/{id}/faults", shop.accountId());
      agent.page().getByText("다시 보내기").click();
      isDelivered(agent);
    }
  }

  @Test
  void afterARestartItCatchesUp() {
    String user = shop.customer();
    shop.writes(user, "하나");
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      open(agent, "하나");
      agent.page().fill("#text", "쓰던 글");
      stage.restart(() -> assertThat(agent.find(".lost")).isVisible());
      agent.live();
      assertThat(agent.find(".lost")).isHidden();
      shop.writes(user, "둘");
      assertThat(agent.find("#messages .theirs")).hasCount(2);
      assertEquals(List.of("하나", "둘"), agent.texts("#messages .bubble"));
      assertThat(agent.find("#text")).hasValue("쓰던 글");
    }
  }

  private void notesTagsTransferAndClose(Desk one, Desk two) {
    one.page().fill("#tags-form input", "과일, 재고");
    one.page().click("#tags-form button");
    assertThat(one.find("#list .badge:has-text('과일')")).isVisible();
    one.page().fill("#note-form textarea", "단골 고객");
    one.page().click("#note-form button");
    assertThat(one.find("#side-pane .notice")).containsText("단골 고객");
    one.page().click("[data-action=transfer]");
    one.page().selectOption("dialog select", shop.memberId("manager"));
    one.page().fill("dialog textarea", "부탁드립니다");
    one.check("transfer");
    one.page().click("dialog button[type=submit]");
    assertThat(one.find("#talk-state")).containsText("manager");
    open(one, "사과 5");
    two.page().click("[data-action=hold]");
    two.page().click("dialog button[type=submit]");
    assertThat(two.find("#talk-state")).containsText("보류");
    two.page().click("[data-action=resume]");
    assertThat(two.find("#talk-state")).containsText("진행중");
    two.page().click("[data-action=close]");
    two.page().fill("dialog [name=category]", "재고 문의");
    two.page().click("dialog button[type=submit]");
    assertThat(two.find("#talk-state")).containsText("종료");
    assertThat(two.find("#text")).isDisabled();
  }

  private static void open(Desk agent, String text) {
    for (String tab : List.of("WAITING", "IN_PROGRESS")) {
      agent.page().click("[data-status=" + tab + "]");
      Locator found = agent.find("#list a:has-text('" + text + "')");
      try {
        found.first().waitFor(new Locator.WaitForOptions().setTimeout(8000));
      } catch (TimeoutError elsewhere) {
        continue;
      }
      found.first().click();
      agent.await("#messages .message");
      return;
    }
    throw new AssertionError("no consultation with " + text);
  }

  /** Says what became of it where it was not. */
  private static void isDelivered(Desk agent) {
    try {
      assertThat(agent.find("[data-delivery=CONFIRMED]")).hasCount(1);
    } catch (AssertionError notConfirmed) {
      throw new AssertionError(agent.texts("#messages .ours").toString(), notConfirmed);
    }
  }

  private static void says(Desk agent, String text) {
    agent.page().fill("#text", text);
    agent.page().press("#text", "Enter");
    assertThat(agent.find("#messages .ours .bubble").last()).hasText(text);
    assertThat(agent.find("#text")).hasValue("");
  }

  /** NAVER's stand-in refuses messages, and that somebody types, for good. */
  private void refusesAll() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("resultCode", "02", "resultMessage", "refused"))
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }
}
