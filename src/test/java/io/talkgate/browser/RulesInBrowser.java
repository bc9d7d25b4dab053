package io.talkgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.restassured.response.ValidatableResponse;
import io.talkgate.link.settings.KoreanHolidays;
import io.talkgate.testing.Shop;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 상담 규칙: each section is shown, changed, kept, and refused beside its fields. */
@ExtendWith(BrowserStage.Shared.class)
class RulesInBrowser {
  private static final String MONDAY = "#day-MONDAY .shift ";

  private final BrowserStage stage;
  private final Shop shop = Shop.open();
  private String link = "";

  RulesInBrowser(BrowserStage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void anApprovedLink() {
    link = shop.approvedLink();
  }

  @Test
  void hoursWithBreaksAndHolidays() {
    try (Desk manager = rules()) {
      manager.page().check("[name='hours.kept']");
      manager.page().click("#day-MONDAY > button");
      manager.page().click(MONDAY + "> button:has-text('휴게 추가')");
      manager.page().fill(MONDAY + "> .from", "10:00");
      manager.page().click("#weekdays");
      manager.page().check("[name='hours.holidays.publicHolidays']");
      manager.page().click("#add-closed");
      manager.page().fill(".closed .date", "2026-12-24");
      manager.page().fill(".closed .name", "창립기념일");
      manager.page().click("#add-worked");
      manager.page().fill(".worked .date", "2026-12-25");
      manager.page().uncheck("[name='hours.acceptOutside']");
      save(manager, "#hours");
      settings()
          .body("hours.weekly", hasSize(5))
          .body("hours.weekly[4].day", equalTo("FRIDAY"))
          .body("hours.weekly[4].from", equalTo("10:00"))
          .body("hours.weekly[4].breaks[0].from", equalTo("12:00"))
          .body("hours.holidays.publicHolidays", equalTo(true))
          .body("hours.holidays.closed[0].name", equalTo("창립기념일"))
          .body("hours.holidays.worked[0]", equalTo("2026-12-25"))
          .body("hours.acceptOutside", equalTo(false));
      manager.page().reload();
      assertThat(manager.find(MONDAY + "> .from")).hasValue("10:00");
      assertThat(manager.find(".closed .name")).hasValue("창립기념일");
      manager.check("rules-hours");
      manager.picture("rules");
      assertEquals(List.of(), manager.complaints());
    }
  }

  @Test
  void thePublicHolidaysAreShownWithTheirDays() {
    int year = Year.now(ZoneOffset.UTC).getValue();
    try (Desk manager = rules()) {
      manager.find("#hours summary").click();
      assertThat(manager.find("#public-days li"))
          .hasCount(KoreanHolidays.of(year).size() + KoreanHolidays.of(year + 1).size());
      assertThat(manager.find("#public-days li:has([datetime='" + year + "-10-09'])"))
          .containsText(Pattern.compile("10월 9일.*한글날"));
      manager.check("rules-holidays");
    }
  }

  @Test
  void aBreakOutsideItsShiftIsToldBesideIt() {
    try (Desk manager = rules()) {
      manager.page().click("#day-MONDAY > button");
      manager.page().click(MONDAY + "> button:has-text('휴게 추가')");
      manager.page().fill(MONDAY + ".break > .from", "20:00");
      manager.page().fill(MONDAY + ".break > .until", "21:00");
      manager.page().click("#hours > button[type=submit]");
      assertThat(manager.find(MONDAY + ".break .error")).isVisible();
      assertThat(manager.find(MONDAY + ".break > .from")).isFocused();
      assertThat(manager.find(MONDAY + ".break > .from")).hasValue("20:00");
      manager.check("rules-error");
    }
  }

  @Test
  void messagesAndTheSurvey() {
    try (Desk manager = rules()) {
      manager.page().fill("#say-greeting", "안녕하세요, ");
      manager.find(".occasion").first().getByText("{brand}").click();
      assertThat(manager.find("#say-greeting")).hasValue("안녕하세요, {brand}");
      manager.page().fill("#chips-greeting", "배송 문의, 교환 문의");
      manager.page().fill("#say-away", "지금은 {nobody}");
      manager.page().click("#messages > button[type=submit]");
      assertThat(manager.find("#say-away + .error")).containsText("{opening}");
      manager.page().fill("#say-away", "{opening}부터 답변해 드립니다.");
      save(manager, "#messages");
      manager.page().fill("#say-survey", "상담은 어떠셨나요?");
      save(manager, "#survey");
      settings()
          .body("messages.greeting.text", equalTo("안녕하세요, {brand}"))
          .body("messages.greeting.quickReply.buttonList[1].data.title", equalTo("교환 문의"))
          .body("messages.away.text", equalTo("{opening}부터 답변해 드립니다."))
          .body("messages.survey.text", equalTo("상담은 어떠셨나요?"));
      manager.page().fill("#say-away", "");
      save(manager, "#messages");
      settings()
          .body("messages.away", nullValue())
          .body("messages.survey.text", equalTo("상담은 어떠셨나요?"));
    }
  }

  @Test
  void distributionClosingAndDelivery() {
    try (Desk manager = rules()) {
      manager.page().check("[value=HYBRID]");
      manager.page().fill("#capacity", "많이");
      manager.page().click("#assignment > button[type=submit]");
      assertThat(manager.find("#capacity + .error")).isVisible();
      assertThat(manager.find("#capacity")).hasValue("많이");
      manager.page().fill("#capacity", "3");
      manager.page().fill("#returnMinutes", "5");
      manager.page().check("[name='assignment.lastAgentFirst']");
      save(manager, "#assignment");
      manager.page().fill("#warnBefore", "10");
      manager.page().click("#closing > button[type=submit]");
      assertThat(manager.find("#warnBefore + .error")).isVisible();
      manager.page().fill("#customerSilent", "60");
      save(manager, "#closing");
      manager.page().check("[name='delivery.notification']");
      save(manager, "#delivery");
      settings()
          .body("assignment.mode", equalTo("HYBRID"))
          .body("assignment.capacity", equalTo(3))
          .body("assignment.returnMinutes", equalTo(5))
          .body("assignment.lastAgentFirst", equalTo(true))
          .body("closing.customerSilentMinutes", equalTo(60))
          .body("closing.warnMinutesBefore", equalTo(10))
          .body("delivery.notification", equalTo(true));
      Locator agent = manager.find("#agents tr[data-id='" + shop.memberId("agent") + "']");
      agent.locator("input").fill("7");
      agent.locator("button").click();
      assertThat(manager.find(".toast").last()).containsText("저장");
      shop.as("manager")
          .get("/api/v1/presence")
          .then()
          .body("items.find { it.name.startsWith('agent') }.capacity", equalTo(7));
    }
  }

  private Desk rules() {
    Desk manager = stage.desk("ko-KR").signIn(shop, "manager").open("rules?link=" + link);
    manager.await("#week .day");
    return manager;
  }

  private static void save(Desk manager, String form) {
    manager.page().click(form + " > button[type=submit]");
    assertThat(manager.find(".toast").last()).containsText("저장했습니다");
    assertThat(manager.find(form + " .error")).hasCount(0);
    manager.page().evaluate("() => document.querySelector('.toasts').replaceChildren()");
  }

  private ValidatableResponse settings() {
    return shop.as("manager").get("/api/v1/links/{id}/settings", link).then().statusCode(200);
  }
}
