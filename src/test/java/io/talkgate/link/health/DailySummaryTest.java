package io.talkgate.link.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 5.7: a daily summary of the links that need a hand. */
@QuarkusTest
class DailySummaryTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject DailySummary summary;
  @Inject NotesWriter writer;
  @Inject SchemaOwner owner;
  @Inject SettableClock clock;

  private Shop shop;
  private String link;

  @BeforeEach
  void aShopThatSubscribed() {
    shop = Shop.open();
    link = shop.approvedLink();
    shop.as("manager")
        .body(Map.of("url", "http://localhost:9/hook", "types", List.of("link.daily-summary")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(201);
  }

  @Test
  void theLinksInNeedAreToldOnceEveryMorningAtNineInKorea() throws SQLException {
    assertEquals("WAITING_FIRST_EVENT", state());
    LocalDate tomorrow = KoreanHour.of(clock.instant()).day().plusDays(1);
    itIs(tomorrow, LocalTime.of(8, 58));

    tell();
    assertEquals(List.of(), told(), "before nine");

    itIs(tomorrow, LocalTime.of(9, 0));
    tell();
    clock.advance(Duration.ofMinutes(10));
    tell();
    JsonPath only = one(told());
    assertEquals(tomorrow.toString(), only.getString("data.day"));
    assertEquals(shop.brandId(), only.getString("data.brandId"));
    assertEquals(List.of(link), only.getList("data.links.linkId"));
    assertEquals(List.of("WAITING_FIRST_EVENT"), only.getList("data.links.state"));
    assertEquals(List.of(shop.accountId()), only.getList("data.links.accountId"));

    clock.advance(Duration.ofDays(1));
    tell();
    assertEquals(2, told().size(), "the next morning");
  }

  @Test
  void aBrandWhoseLinksAreWellIsLeftInPeace() throws SQLException {
    shop.writes(shop.customer(), "hello");
    writer.write().await().atMost(LIMIT);
    assertEquals("HEALTHY", state());
    itIs(KoreanHour.of(clock.instant()).day().plusDays(1), LocalTime.of(9, 0));

    tell();

    assertEquals(List.of(), told());
  }

  private String state() {
    return shop.as("observer")
        .get("/api/v1/links/{id}/health", link)
        .then()
        .statusCode(200)
        .extract()
        .path("state");
  }

  private void itIs(LocalDate day, LocalTime time) {
    clock.advance(Duration.between(clock.instant(), day.atTime(time).toInstant(KoreanHour.KOREA)));
  }

  private void tell() {
    summary.tell().await().atMost(LIMIT);
  }

  private static JsonPath one(List<String> bodies) {
    assertEquals(1, bodies.size(), "told once");
    return JsonPath.from(bodies.get(0));
  }

  /** What is queued for the subscriber. */
  private List<String> told() throws SQLException {
    try (var connection = owner.connect();
        var query =
            connection.prepareStatement(
                "select body from outgoing_webhooks where brand_id = ?::uuid order by position")) {
      query.setString(1, shop.brandId());
      List<String> bodies = new ArrayList<>();
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        bodies.add(rows.getString(1));
      }
      return bodies;
    }
  }
}
