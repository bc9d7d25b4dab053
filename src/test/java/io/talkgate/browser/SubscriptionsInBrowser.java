package io.talkgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.talkgate.subscription.EventType;
import io.talkgate.subscription.Receiver;
import io.talkgate.subscription.Receiver.Received;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 이벤트 구독: made, told, looked at, told once more, removed. */
@ExtendWith(BrowserStage.Shared.class)
class SubscriptionsInBrowser {
  private static final String CARD = "#subscriptions article ";
  private static final String ROWS = CARD + "tbody tr";
  private static final String TYPE = "dialog [name='types.%s']";

  private final BrowserStage stage;
  private final Shop shop = Shop.open();
  private Receiver receiver;

  SubscriptionsInBrowser(BrowserStage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void anotherSystem() throws IOException {
    shop.approvedLink();
    receiver = Receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void theSecretIsShownOnceAndSignsWhatIsTold() {
    try (Desk manager = subscriptions()) {
      manager.page().click("#add");
      assertThat(manager.find("dialog [type=checkbox]")).hasCount(EventType.values().length);
      manager.page().fill("#f-url", receiver.url());
      manager.page().check(TYPE.formatted("message.created"));
      manager.page().click("dialog [type=submit]");

      assertThat(manager.find("#secret")).isFocused();
      manager.page().click("#copy");
      assertThat(manager.find(".toast")).containsText("복사했습니다");
      Object secret = manager.page().evaluate("() => navigator.clipboard.readText()");
      assertThat(manager.find("#secret")).hasValue(secret.toString());
      manager.check("subscription-secret");
      shop.writes(shop.customer(), "안녕하세요");
      assertTrue(told(1).get(0).isSignedWith(secret.toString()));
      assertEquals(List.of(), manager.complaints());

      manager.page().click("#noted");
      assertThat(manager.find("#add")).isFocused();
      assertThat(manager.find("#secret")).hasValue("");
      manager.page().reload();
      manager.await(CARD + "h2");
      assertThat(manager.find("#created")).isHidden();
    }
  }

  @Test
  void whatIsWrongIsToldBesideItsField() {
    try (Desk manager = subscriptions()) {
      manager.page().click("#add");
      manager.page().fill("#f-url", "ftp://crm.example");
      manager.page().click("dialog [type=submit]");
      assertThat(manager.find("fieldset[name=types] + .error")).isVisible();
      assertThat(manager.find("fieldset[name=types]")).isFocused();
      manager.page().check(TYPE.formatted("link.health"));
      manager.page().click("dialog [type=submit]");
      assertThat(manager.find("#f-url + .error")).isVisible();
      assertThat(manager.find("#f-url")).isFocused();
      assertThat(manager.find("#f-url")).hasValue("ftp://crm.example");
      assertThat(manager.find(TYPE.formatted("link.health"))).isChecked();
      manager.check("subscription-error");
      shop.as("manager").get("/api/v1/subscriptions").then().body("items", hasSize(0));
    }
  }

  @Test
  void theLogShowsWhatFailsAndGoesOnPageByPage() {
    receiver.answer = body -> 503;
    String id = receiver.subscribe(shop, "message.created").getString("id");
    try (Desk manager = subscriptions()) {
      assertThat(manager.find(CARD)).containsText("아직 알린 이벤트가 없습니다");
      manager.find(CARD).getByText("전달 내역").click();
      assertThat(manager.find(CARD + ".calls")).containsText("해당하는 이벤트가 없습니다");
      String user = shop.customer();
      for (int message = 0; message < 25; message++) {
        shop.writes(user, "글 " + message);
      }
      Eventually.get(
          () -> answers(id),
          answers -> answers.size() == 25 && answers.stream().anyMatch(Objects::nonNull));
      Locator refresh = manager.find(CARD).getByText("새로 고침");
      refresh.click();
      assertThat(refresh).isEnabled();
      assertThat(manager.find(ROWS)).hasCount(20);
      manager.find(CARD).getByText("더 보기").click();
      assertThat(manager.find(ROWS)).hasCount(25);
      assertThat(manager.find(CARD).getByText("더 보기")).isHidden();
      Locator tried = manager.find(ROWS + ":has-text('HTTP status 503')");
      assertThat(tried).hasCount(1);
      assertThat(tried.locator(".badge")).hasText("재시도 대기");
      manager.check("subscription-calls");
      manager.page().selectOption(CARD + "select", "DELIVERED");
      assertThat(manager.find(ROWS)).hasCount(0);
      assertEquals(List.of(), manager.complaints());
    }
  }

  @Test
  void whatWasToldIsToldOnceMoreAndThenNothing() {
    String id = receiver.subscribe(shop, "message.created").getString("id");
    shop.writes(shop.customer(), "안녕하세요");
    String event = told(1).get(0).id();
    try (Desk manager = subscriptions()) {
      manager.find(CARD).getByText("전달 내역").click();
      assertThat(manager.find(ROWS + " .badge")).hasText("전달됨");
      assertThat(manager.find(ROWS)).containsText(event);
      manager.find(CARD).getByText("다시 알리기").click();
      assertThat(manager.find(CARD + "[name=from] + .error")).isVisible();
      LocalDateTime anHourAgo =
          LocalDateTime.now(ZoneId.systemDefault()).minusHours(1).truncatedTo(ChronoUnit.MINUTES);
      manager.page().fill(CARD + "[name=from]", anHourAgo.toString());
      manager.find(CARD).getByText("다시 알리기").click();
      assertThat(manager.find(".toast")).containsText("1건을 다시 알립니다");
      assertEquals(event, told(2).get(1).id());

      Locator remove = manager.find(CARD + ".danger");
      remove.click();
      manager.find("dialog").getByText("취소").click();
      assertThat(remove).isFocused();
      remove.click();
      assertThat(manager.find("dialog")).containsText(receiver.url());
      manager.check("subscription-removal");
      manager.page().click("dialog [type=submit]");
      assertThat(manager.find("#subscriptions")).containsText("아직 구독이 없습니다");
      assertThat(manager.find("#add")).isFocused();
      shop.as("manager").get("/api/v1/subscriptions/{id}/calls", id).then().statusCode(404);
    }
  }

  @Test
  void aSubscriptionIsChanged() {
    receiver.subscribe(shop, "message.created", "link.health");
    try (Desk manager = subscriptions()) {
      manager.find(CARD).getByText("구독 변경").click();
      assertThat(manager.find("#f-url")).hasValue(receiver.url());
      assertThat(manager.find(TYPE.formatted("link.health"))).isChecked();
      manager.page().uncheck(TYPE.formatted("link.health"));
      manager.page().fill("#f-url", "https://crm.example/hooks");
      manager.page().click("dialog [type=submit]");
      assertThat(manager.find(CARD + "h2")).hasText("https://crm.example/hooks");
      assertThat(manager.find("#add")).isFocused();
      shop.as("manager")
          .get("/api/v1/subscriptions")
          .then()
          .body("items[0].url", equalTo("https://crm.example/hooks"))
          .body("items[0].types", contains("message.created"));
    }
  }

  @Test
  void theLogFitsAPhone() {
    receiver.subscribe(shop, "message.created");
    shop.writes(shop.customer(), "안녕하세요");
    told(1);
    try (Desk manager = stage.phone("en-US").signIn(shop, "manager").open("subscriptions")) {
      manager.await(CARD + "h2");
      manager.find(CARD).getByText("Calls").click();
      assertThat(manager.find(ROWS)).hasCount(1);
      manager.check("phone-subscription-calls");
      assertEquals(
          0, manager.page().evaluate("() => document.documentElement.scrollWidth - innerWidth"));
    }
  }

  private Desk subscriptions() {
    Desk manager = stage.desk("ko-KR").signIn(shop, "manager").open("subscriptions");
    manager.await("#subscriptions > *");
    return manager;
  }

  /** What the calls of each event came to; null where there was none yet. */
  private List<@Nullable String> answers(String id) {
    return shop.as("manager").get("/api/v1/subscriptions/{id}/calls", id).path("items.answer");
  }

  private List<Received> told(int calls) {
    return Eventually.get(receiver::received, received -> received.size() >= calls);
  }
}
