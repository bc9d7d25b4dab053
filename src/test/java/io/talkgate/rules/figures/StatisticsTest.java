package io.talkgate.rules.figures;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 8, 7: the same figures while they are fresh and once they are counted. */
@QuarkusTest
class StatisticsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Inject Statistics statistics;
  @Inject SettableClock clock;

  private Shop shop;
  private LocalDate today;

  @BeforeEach
  void aDayOfWorkBegins() {
    shop = Shop.open();
    shop.approvedLink();
    ZonedDateTime now = clock.instant().atZone(SEOUL);
    clock.advance(Duration.between(now, now.plusDays(1).withHour(10).withMinute(5)));
    today = clock.instant().atZone(SEOUL).toLocalDate();
  }

  @Test
  void countWhatHappenedNowAndOnceItIsOver() {
    aConsultationOfFourMinutes();
    shop.writes(shop.customer(), "nobody answers me");

    expectFigures();
    clock.advance(Duration.ofHours(4));
    statistics.count().await().atMost(LIMIT);
    statistics.count().await().atMost(LIMIT);
    expectFigures();
    aConsultationOfFourMinutes();
    figures("DAY").body("items[0].opened", equalTo(3)).body("items[0].closed", equalTo(2));
  }

  @Test
  void arePutTogetherByHourAgentAndCategory() {
    aConsultationOfFourMinutes();

    figures("HOUR").body("items[0].key", equalTo("10"));
    figures("AGENT")
        .body("items.find { it.key == '" + shop.memberId("agent") + "' }.closed", equalTo(1))
        .body("items.find { it.key == null }.opened", equalTo(1));
    figures("CATEGORY").body("items.find { it.key == '=stock' }.closed", equalTo(1));
  }

  @Test
  void spreadsheetsGetNoFormulas() {
    aConsultationOfFourMinutes();

    String csv =
        shop.as("manager")
            .get("/api/v1/statistics/export?by=CATEGORY" + day())
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/csv"))
            .extract()
            .asString();
    assertEquals(true, csv.startsWith("key,opened,answered,closed,"), csv);
    assertEquals(true, csv.contains("\r\n\"'=stock\",0,0,1,"), csv);
  }

  @ParameterizedTest
  @CsvSource({
    "to=2026-01-01, from",
    "from=2026-01-01, to",
    "from=2026-13-01&to=2026-01-01, from",
    "from=2026-01-02&to=2026-01-01, to",
    "from=2026-01-01&to=2027-12-01, to",
    "from=2026-01-01&to=2026-01-01&by=YEAR, by",
    "from=2026-01-01&to=2026-01-01&timeZone=Seoul, timeZone",
    "from=2026-01-01&to=2026-01-01&linkId=1, linkId"
  })
  void whatDoesNotFitNamesTheParameter(String query, String parameter) {
    shop.as("manager")
        .get("/api/v1/statistics?" + query)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(parameter));
  }

  @Test
  void areForManagersOfTheBrand() {
    aConsultationOfFourMinutes();

    shop.as("agent").get("/api/v1/statistics").then().statusCode(403);
    Shop.open()
        .as("manager")
        .get("/api/v1/statistics?by=DAY" + day())
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()));
  }

  private void expectFigures() {
    figures("DAY")
        .body("items.size()", equalTo(1))
        .body("items[0].key", equalTo(today.toString()))
        .body("items[0].opened", equalTo(2))
        .body("items[0].answered", equalTo(1))
        .body("items[0].closed", equalTo(1))
        .body("items[0].firstResponseSeconds.toDouble()", closeTo(60, 20))
        .body("items[0].handlingSeconds.toDouble()", closeTo(180, 20))
        .body("items[0].waitingSeconds.toDouble()", closeTo(60, 20))
        .body("items[0].satisfaction.toDouble()", closeTo(5, 0.01))
        .body("items[0].key", equalTo(today.toString()))
        .body("nextCursor", nullValue());
  }

  private void aConsultationOfFourMinutes() {
    String user = shop.customer();
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    clock.advance(Duration.ofMinutes(1));
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "answer")))
        .post("/api/v1/consultations/{id}/messages", id)
        .then()
        .statusCode(202);
    clock.advance(Duration.ofMinutes(3));
    shop.as("agent")
        .body(Map.of("category", "=stock"))
        .post("/api/v1/consultations/{id}/close", id)
        .then()
        .statusCode(200);
    shop.event(
        user,
        Map.of(
            "event",
            "send",
            "textContent",
            Map.of("text", "5", "code", "talkgate.rating." + id + ".5", "inputType", "button")));
  }

  private ValidatableResponse figures(String by) {
    return shop.as("manager").get("/api/v1/statistics?by=" + by + day()).then().statusCode(200);
  }

  private String day() {
    return "&from=" + today + "&to=" + today;
  }
}
