package io.talkgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import io.talkgate.testing.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents and managers have beside the conversation: presence, templates, kinds, figures. */
@ExtendWith(BrowserStage.Shared.class)
class ToolsInBrowser {
  private final BrowserStage stage;
  private final Shop shop = Shop.open();

  ToolsInBrowser(BrowserStage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void anApprovedLink() {
    shop.approvedLink();
  }

  @Test
  void anAgentWhoHasThePageOpenIsThereUntilTheySayOtherwise() {
    automatic();
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      assertThat(agent.find("#presence")).hasValue("ONLINE");
      shop.writes(shop.customer(), "배분해 주세요");
      agent.page().click("[data-status=WAITING]");
      assertThat(agent.find("#list .soft:has-text('agent')")).hasCount(1);
      agent.page().selectOption("#presence", "AWAY");
      assertThat(agent.find(".toast")).containsText("자리비움");
      presence("AWAY");
      agent.open("overview");
      assertThat(agent.find("#presence")).hasValue("AWAY");
      agent.page().selectOption("#presence", "ONLINE");
      agent.page().click("#logout button");
      agent.await("#username");
      presence("OFFLINE");
      assertEquals(List.of(), agent.complaints());
    }
  }

  @Test
  void managersAreAwayUntilTheyComeThemselves() {
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager").live()) {
      assertThat(manager.find("#presence")).hasValue("OFFLINE");
    }
  }

  @Test
  void aTemplateIsKeptAndUsed() {
    shop.writes(shop.customer(), "언제 오나요?");
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager").open("templates")) {
      manager.await("#templates p");
      manager.page().click("#add");
      manager.page().click("dialog button[type=submit]");
      assertThat(manager.find("#f-title + .error")).isVisible();
      manager.page().fill("#f-title", "배송 안내");
      manager.page().fill("#f-text", "{counselor}입니다. 내일 도착합니다.");
      manager.page().fill("#f-folder", "배송");
      manager.page().fill("#f-shortcut", "/배송");
      manager.page().fill("#f-quickReply", "감사합니다");
      manager.check("template");
      manager.page().click("dialog button[type=submit]");
      assertThat(manager.find("#templates h2")).hasText("배송");
      manager.check("templates-one");
      assertEquals(
          List.of(), manager.complaints().stream().filter(c -> !c.contains("400")).toList());
    }
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      agent.await("#list a").click();
      agent.await("#messages .message");
      agent.page().fill("#text", "/배");
      assertThat(agent.find("#snippets li")).hasCount(1);
      agent.check("snippets");
      agent.page().press("#text", "Enter");
      assertThat(agent.find("#text")).hasValue(agentName() + "입니다. 내일 도착합니다.");
      agent.page().press("#text", "Enter");
      assertThat(agent.find("#messages .ours .chip")).hasText("감사합니다");
      assertEquals(List.of(), agent.complaints());
    }
  }

  @Test
  void aConsultationEndsWithItsKind() {
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager").open("categories")) {
      manager.page().check("[name=required]");
      manager.page().click("#add");
      manager.page().fill("#tree > li > .row .name", "배송");
      manager.page().getByText("하위 추가").click();
      manager.page().click("#categories-form > button[type=submit]");
      assertThat(manager.find("#tree .tree .error")).isVisible();
      manager.page().fill("#tree .tree .name", "지연");
      manager.page().click("#categories-form > button[type=submit]");
      assertThat(manager.find(".toast")).containsText("저장");
      manager.check("categories-one");
    }
    shop.writes(shop.customer(), "왜 늦나요?");
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      agent.await("#list a").click();
      agent.page().selectOption("#grade", "VIP");
      assertThat(agent.find("#talk-state .badge").first()).hasText("VIP");
      agent.page().fill("#note-form textarea", "확인 부탁드립니다");
      agent.page().selectOption("#note-form select", shop.memberId("manager"));
      agent.page().click("#note-form button[type=submit]");
      assertThat(agent.find(".note .badge")).containsText("@manager");
      agent.page().click("[data-action=close]");
      agent.page().click("dialog button[type=submit]");
      assertThat(agent.find("#f-category + .error")).isVisible();
      agent.check("close");
      agent.page().selectOption("#f-category", "배송/지연");
      agent.page().click("dialog button[type=submit]");
      assertThat(agent.find("#talk-state")).containsText("종료");
      assertThat(agent.find("#side-pane")).containsText("배송 > 지연");
    }
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager").live()) {
      manager.page().click("#mentions");
      assertThat(manager.find("dialog")).containsText("확인 부탁드립니다");
      manager.check("mentions");
      manager.find("dialog").getByText("상담 열기").click();
      assertThat(manager.find("#talk-state")).containsText("종료");
    }
  }

  @Test
  void figuresAreShownAndTakenAlong() throws IOException {
    String user = shop.customer();
    shop.writes(user, "안녕하세요");
    String id = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "네")))
        .post("/api/v1/consultations/{id}/messages", id);
    try (Desk manager = stage.desk("ko-KR").signIn(shop, "manager").open("statistics")) {
      assertThat(manager.find("[data-sum=opened]")).hasText("1");
      manager.page().selectOption("#by", "AGENT");
      manager.page().click("#question button[type=submit]");
      assertThat(manager.find("#figures tbody")).containsText(agentName());
      manager.check("statistics-one");
      Download file = manager.page().waitForDownload(() -> manager.page().click("#export"));
      String csv = Files.readString(file.path());
      assertTrue(csv.startsWith("\uFEFF\"상담사\",\"접수\"") && csv.contains(agentName()), csv);
      manager.page().fill("#to", "2020-01-01");
      manager.page().click("#question button[type=submit]");
      assertThat(manager.find("#to + .error")).isVisible();
      assertThat(manager.find("#to")).hasValue("2020-01-01");
    }
  }

  private void automatic() {
    String link = shop.as("manager").get("/api/v1/links").then().extract().path("items[0].id");
    Map<String, Object> rules =
        Map.of("mode", "AUTOMATIC", "order", "FEWEST_OPEN", "lastAgentFirst", false, "capacity", 5);
    shop.as("manager")
        .body(Map.of("assignment", rules))
        .put("/api/v1/links/{id}/settings", link)
        .then()
        .statusCode(200);
  }

  private void presence(String state) {
    shop.as("agent")
        .get("/api/v1/presence")
        .then()
        .body("items.find { it.name.startsWith('agent') }.state", equalTo(state));
  }

  private String agentName() {
    return shop.as("agent")
        .get("/api/v1/presence")
        .then()
        .extract()
        .path("items.find { it.name.startsWith('agent') }.name");
  }
}
