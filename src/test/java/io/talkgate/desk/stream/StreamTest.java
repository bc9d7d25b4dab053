package io.talkgate.desk.stream;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.LiveEvents;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract §3, {@code GET /stream}; design §6. */
@QuarkusTest
class StreamTest {
  @Inject SchemaOwner owner;
  @Inject ChangeRetention retention;

  private Shop shop;

  @BeforeEach
  void aShop() {
    shop = Shop.open();
  }

  @Test
  void theBrandIsToldOfMessagesAndConsultations() {
    shop.approvedLink();
    try (LiveEvents stream = open("observer", null).opened()) {
      shop.writes(shop.customer(), "hello");
      LiveEvents.Event message = first(stream, "message.created");
      JsonPath data = new JsonPath(message.data());
      String consultation = shop.newestConsultation();
      assertEquals(consultation, data.getString("consultationId"));
      assertEquals(shop.brandId(), data.getString("brandId"));
      shop.as("observer")
          .get("/api/v1/consultations/{id}/messages", consultation)
          .then()
          .body("items[0].id", equalTo(data.getString("id")))
          .body("items[0].consultationId", notNullValue());
      assertEquals(
          consultation, new JsonPath(first(stream, "consultation.created").data()).get("id"));
      assertEquals("{\"resumed\":false}", first(stream, "stream.opened").data());
    }
  }

  @Test
  void whatAgentsAndDeliveryDoIsTold() {
    shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    String consultation = shop.newestConsultation();
    try (LiveEvents stream = open("agent", null).opened()) {
      shop.as("agent")
          .body(Map.of("content", Map.of("type", "TEXT", "text", "answer")))
          .post("/api/v1/consultations/{id}/messages", consultation)
          .then()
          .statusCode(202);
      first(stream, "message.created");
      first(stream, "message.updated");
      shop.as("agent")
          .body(Map.of("text", "note"))
          .post("/api/v1/consultations/{id}/notes", consultation)
          .then()
          .statusCode(201);
      first(stream, "consultation.updated");
    }
  }

  @Test
  void anotherBrandIsToldNothingAndOperatorsOnlyOfLinks() {
    Shop other = Shop.open();
    try (LiveEvents stranger =
            LiveEvents.open(other.username("owner"), Shop.PASSWORD, null).opened();
        LiveEvents operator = LiveEvents.open("operator", "talkgate", null).opened();
        LiveEvents own = open("agent", null).opened()) {
      String link = shop.approvedLink();
      shop.writes(shop.customer(), "hello");
      first(own, "message.created");
      Eventually.get(
          () -> operator.events("link.updated"),
          told -> told.stream().anyMatch(event -> event.data().contains(link)));
      assertTrue(operator.events().stream().allMatch(e -> e.name().matches("(link|stream)\\..*")));
      int comments = stranger.comments();
      Eventually.get(stranger::comments, now -> now > comments + 1);
      assertEquals(1, stranger.events().size(), () -> stranger.events().toString());
    }
  }

  @Test
  void whoReconnectsMissesNothingAndGetsNothingTwice() {
    String webhook = webhook();
    WebhookCaller naver = new WebhookCaller(webhook);
    List<CompletableFuture<Void>> customers = new ArrayList<>();
    List<String> told = new ArrayList<>();
    String last = null;
    try (LiveEvents before = open("agent", null).opened()) {
      last = before.lastId();
    }
    for (int customer = 0; customer < 10; customer++) {
      customers.add(naver.writesOneAfterAnother("customer" + customer, 30));
    }
    CompletableFuture<Void> written =
        CompletableFuture.allOf(customers.toArray(CompletableFuture[]::new));
    for (int round = 1; told.size() < 300; round++) {
      int wanted = Math.min(300, told.size() + 1 + round * 7 % 40);
      try (LiveEvents stream = open("agent", last)) {
        int already = told.size();
        List<LiveEvents.Event> events =
            Eventually.get(stream::events, all -> already + created(all).size() >= wanted);
        assertEquals("{\"resumed\":true}", events.get(0).data());
        told.addAll(created(events));
        last = events.get(events.size() - 1).id();
      }
    }
    written.join();
    assertEquals(300, told.stream().distinct().count());
    assertEquals(300, told.size());
  }

  @Test
  void whatCommitsAfterALaterOneIsToldAsWell() throws SQLException {
    String link = shop.createLink();
    try (Connection slow = owner.connect();
        Connection quick = owner.connect();
        LiveEvents stream = open("agent", null).opened()) {
      slow.setAutoCommit(false);
      change(slow, link);
      change(quick, shop.brandId());
      LiveEvents.Event second = first(stream, "link.updated");
      assertEquals(shop.brandId(), new JsonPath(second.data()).get("id"));
      try (LiveEvents resumed = open("agent", second.id()).opened()) {
        slow.commit();
        for (LiveEvents each : List.of(stream, resumed)) {
          Eventually.get(
              () -> each.events("link.updated"),
              events -> events.stream().filter(e -> e.data().contains(link)).count() == 1);
        }
      }
      try (LiveEvents late = open("agent", second.id()).opened()) {
        Eventually.get(() -> late.events("link.updated"), events -> events.size() == 1);
      }
    }
  }

  @Test
  void theDatabasesConnectionMayBreak() throws SQLException {
    shop.approvedLink();
    String customer = shop.customer();
    try (LiveEvents stream = open("agent", null).opened()) {
      owner.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
              + " and (query ilike 'notify%' or query ilike 'listen%' or query like '%pg_current_snapshot%')");
      shop.writes(customer, "while it was away");
      first(stream, "message.created");
      assertEquals(1, stream.events("message.created").size());
    }
  }

  @Test
  void whoWasAwayForTooLongLoadsAnew() throws SQLException {
    String old;
    try (LiveEvents stream = open("agent", null).opened()) {
      old = stream.lastId();
    }
    change(owner.connect(), shop.brandId());
    owner.run("update changes set at = at - interval '2 hours'");
    owner.run("update change_followers set base = pg_current_snapshot()");
    retention.forget().await().indefinitely();
    assertNotResumed(old);
    for (String strange :
        List.of("x", "5:1:", "999999999999:999999999999:", "1:2:3/", "9:7:8/7:7:/1.1")) {
      assertNotResumed(strange);
    }
  }

  @Test
  void whatOthersAreStillToBeToldIsKeptForThreeDays() throws SQLException {
    String old;
    owner.run("update change_followers set base = pg_current_snapshot()");
    try (LiveEvents stream = open("agent", null).opened()) {
      old = stream.lastId();
    }
    change(owner.connect(), shop.brandId());
    owner.run("update changes set at = at - interval '70 hours'");
    retention.forget().await().indefinitely();
    try (LiveEvents stream = open("agent", old).opened()) {
      assertEquals("{\"resumed\":true}", first(stream, "stream.opened").data());
    }

    owner.run("update changes set at = at - interval '3 hours'");
    retention.forget().await().indefinitely();

    assertNotResumed(old);
  }

  @Test
  void aMemberWhoIsGoneIsToldNothingAnyMore() throws SQLException {
    try (LiveEvents stream = open("observer", null).opened();
        LiveEvents other = open("agent", null).opened()) {
      owner.run("delete from members where id = '%s'".formatted(shop.memberId("observer")));
      Eventually.get(stream::ended, ended -> ended);
      assertFalse(other.ended());
    }
  }

  @Test
  void aDisabledMemberIsToldNothingAnyMore() {
    try (LiveEvents stream = open("observer", null).opened()) {
      shop.as("owner")
          .body(Map.of("disabled", true))
          .patch("/api/v1/members/{id}", shop.memberId("observer"))
          .then()
          .statusCode(200);
      Eventually.get(stream::ended, ended -> ended);
    }
  }

  @Test
  void aMemberHasTenStreamsAtMost() {
    List<LiveEvents> open = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        open.add(open("observer", null).opened());
      }
      try (LiveEvents oneMore = open("observer", null)) {
        assertEquals(429, oneMore.status());
      }
      open.remove(0).close();
      Eventually.get(
          () -> {
            LiveEvents again = open("observer", null);
            open.add(again);
            return again.status();
          },
          status -> status == 200);
    } finally {
      open.forEach(LiveEvents::close);
    }
  }

  @Test
  void moreThanAClientCanBeToldEndsItAndItLoadsAnew() throws SQLException {
    try (LiveEvents stream = open("agent", null).opened()) {
      String before = stream.lastId();
      owner.run(
          """
          insert into changes (brand_id, kind, ids)
          select '%s', 'link.updated', array_agg(gen_random_uuid()) from generate_series(1, 50000)
          """
              .formatted(shop.brandId()));
      Eventually.get(stream::ended, ended -> ended);
      assertNotResumed(before);
    }
  }

  private void assertNotResumed(String position) {
    try (LiveEvents stream = open("agent", position).opened()) {
      assertEquals("{\"resumed\":false}", first(stream, "stream.opened").data(), position);
    }
  }

  private void change(Connection connection, String id) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "insert into changes (brand_id, kind, ids) values ('%s', 'link.updated', array['%s']::uuid[])"
              .formatted(shop.brandId(), id));
    }
  }

  private String webhook() {
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    return webhook;
  }

  private static List<String> created(List<LiveEvents.Event> events) {
    return events.stream()
        .filter(event -> event.name().equals("message.created"))
        .map(event -> new JsonPath(event.data()).getString("id"))
        .toList();
  }

  private LiveEvents open(String role, @Nullable String lastEventId) {
    return LiveEvents.open(shop.username(role), Shop.PASSWORD, lastEventId);
  }

  private static LiveEvents.Event first(LiveEvents stream, String name) {
    return Eventually.get(() -> stream.events(name), events -> !events.isEmpty()).get(0);
  }
}
