package io.talkgate.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.consultation.LaneKey;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.Progress;
import io.talkgate.consultation.Settled;
import io.talkgate.consultation.Settlement;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SchemaOwner;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Order, takeovers, pace and fairness, and what agents do about a delivery. */
@QuarkusTest
class LanesTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject DeliveryClock clock;
  @Inject Outbox outbox;
  @Inject SchemaOwner owner;
  private Conversation talk;

  @BeforeEach
  void aCustomerHasWritten() {
    talk = Conversation.begin();
  }

  @Test
  void oneCustomersMessagesKeepTheirOrderWhateverBecomesOfTheFirst() {
    talk.faults(Map.of("resultCode", "99", "resultMessage", "알 수 없는 오류", "times", 1));
    List<String> texts = IntStream.range(0, 6).mapToObj(i -> "message " + i).toList();
    List<String> messages = texts.stream().map(talk::reply).toList();
    Eventually.get(talk::texts, sent -> sent.equals(List.of("message 0")));
    assertEquals("QUEUED", talk.status(messages.get(1)));

    clock.advance(Duration.ofSeconds(2));

    talk.becomes(messages.get(5), "CONFIRMED");
    assertEquals(Stream.concat(Stream.of("message 0"), texts.stream()).toList(), talk.texts());
  }

  @Test
  void aFrozenReplicasLaneIsTakenOverAndItsLateAnswerRefused() throws SQLException {
    LaneKey frozen = claimedByAnotherReplica("answer");
    String message = messageInWork(frozen);
    String behind = talk.reply("behind");
    assertEquals("SENDING", talk.status(message));

    clock.advance(Duration.ofSeconds(31));
    talk.becomes(message, "UNKNOWN");
    assertEquals("QUEUED", talk.status(behind));

    UUID id = UUID.fromString(message);
    Settlement late = new Decision.Sent(Progress.first(1, Instant.now())).settlement(frozen, id);
    Map<?, Settled> settled = outbox.settle(List.of(late)).await().atMost(LIMIT);
    assertEquals(Settled.REFUSED, settled.get(id));
    assertEquals("UNKNOWN", talk.status(message));
    clock.advance(Duration.ofSeconds(31));
    talk.becomes(behind, "CONFIRMED");
    assertEquals("UNKNOWN", talk.status(message));
    assertEquals(List.of("behind"), talk.texts());
  }

  /** At one or two a poll these would take ten seconds or longer; at the pace they take two. */
  @Test
  void whatWaitsFollowsAtThePaceAndNotAtThePolls() throws SQLException {
    hold();
    List<String> messages = IntStream.range(0, 20).mapToObj(i -> talk.reply("bulk " + i)).toList();

    release();

    talk.becomes(messages.get(19), "CONFIRMED");
    List<Instant> times = talk.times();
    Duration took = Duration.between(times.get(0), times.get(19));
    assertTrue(took.toSeconds() < 6, () -> "took " + took);
  }

  @Test
  void agentsWithdrawWhatWaitsAndRepeatWhatFailed() {
    talk.faults(Map.of("resultCode", "99", "resultMessage", "알 수 없는 오류", "times", 1));
    String first = talk.reply("first");
    Eventually.get(() -> talk.delivery(first, "en").getString("reason"), reason -> reason != null);
    String second = talk.reply("second");
    talk.call(first, "retry").statusCode(409).body("code", equalTo("MESSAGE_STATE"));

    talk.call(first, "cancel").statusCode(200).body("delivery.status", equalTo("CANCELLED"));

    talk.becomes(second, "CONFIRMED");
    talk.call(first, "cancel").statusCode(409).body("code", equalTo("MESSAGE_STATE"));
    talk.call(second, "retry").statusCode(409).body("code", equalTo("MESSAGE_STATE"));
    talk.faults(Map.of("resultCode", "02", "times", 1));
    String third = talk.reply("third");
    talk.becomes(third, "FAILED");
    talk.call(third, "retry").statusCode(202).body("delivery.attempts", equalTo(1));
    talk.becomes(third, "CONFIRMED");
    talk.call(talk.id, "retry").statusCode(404);
    talk.shop.as("agent").post("/api/v1/consultations/{id}/close", talk.id).then().statusCode(200);
    talk.call(third, "retry").statusCode(409);
    talk.shop
        .as("observer")
        .post("/api/v1/consultations/{id}/messages/{mid}/cancel", talk.id, third)
        .then()
        .statusCode(403);
  }

  @Test
  void neverThirtyCallsIn3SecondsAndNobodyWaitsForABulk() {
    Conversation patient = talk.another();
    List<String> bulk = IntStream.range(0, 40).mapToObj(i -> talk.reply("bulk " + i)).toList();

    Instant asked = Instant.now();
    String single = patient.reply("single");
    patient.becomes(single, "CONFIRMED");
    Duration waited = Duration.between(asked, Instant.now());

    assertTrue(waited.toMillis() < 2000, () -> "waited " + waited);
    talk.becomes(bulk.get(39), "CONFIRMED");
    List<Instant> times = talk.times();
    assertEquals(41, times.size());
    for (int i = 0; i + 29 < times.size(); i++) {
      Duration thirty = Duration.between(times.get(i), times.get(i + 29));
      assertTrue(thirty.toMillis() > 3000, () -> "30 calls in " + thirty);
    }
  }

  @Test
  void typingGivesWayToMessages() {
    List<String> bulk = IntStream.range(0, 12).mapToObj(i -> talk.reply("bulk " + i)).toList();
    for (int i = 0; i < 3; i++) {
      talk.shop
          .as("agent")
          .body(Map.of("on", true))
          .post("/api/v1/consultations/{id}/typing", talk.id)
          .then()
          .statusCode(200);
    }
    talk.becomes(bulk.get(11), "CONFIRMED");
    List<String> names =
        talk.events().stream().map(event -> event.getString("event")).limit(12).toList();
    assertTrue(names.stream().filter("action"::equals).count() <= 1, () -> "in between: " + names);
  }

  @Test
  void anUnreachableNaverIsProbedAndTheQueueRecoversByItself() {
    List<Conversation> customers = new ArrayList<>(List.of(talk));
    for (int i = 0; i < 7; i++) {
      customers.add(talk.another());
    }
    talk.faults(Map.of("answer", "429"));
    List<String> messages = customers.stream().map(one -> one.reply("hello")).toList();
    Eventually.get(() -> talk.times().size(), calls -> calls >= 5);
    int before = talk.times().size();
    Eventually.get(() -> openBreakers(), open -> open > 0);

    talk.noFaults();
    assertTrue(talk.times().size() <= before + 4, "calls go on against an open breaker");
    clock.advance(Duration.ofSeconds(20));

    for (int i = 0; i < messages.size(); i++) {
      customers.get(i).becomes(messages.get(i), "CONFIRMED");
    }
  }

  /** What the database looks like when another replica has claimed the message and froze. */
  private LaneKey claimedByAnotherReplica(String text) throws SQLException {
    hold();
    String message = talk.reply(text);
    owner.run(
        """
        with sending as (
          update messages set delivery_status = 'SENDING', delivery_attempts = 1, delivery_at = delivery_now()
          where id = '%s' returning brand_id, id, customer_id)
        update delivery_lanes a
        set state = 'SENDING', epoch = a.epoch + 1, message_id = s.id, due_at = delivery_now() + interval '30 seconds',
          waiting_since = delivery_now(), tries_since = delivery_now()
        from sending s where a.brand_id = s.brand_id and a.customer_id = s.customer_id
        """
            .formatted(message));
    release();
    return row(
        "select brand_id, customer_id, epoch, message_id from delivery_lanes" + ofLink(),
        row ->
            new LaneKey(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)));
  }

  /** What is queued for the link waits. */
  private void hold() throws SQLException {
    owner.run(
        "insert into delivery_links (brand_id, link_id) select brand_id, id from links on conflict do nothing");
    owner.run(
        "update delivery_links set open_until = delivery_now() + interval '1 hour'" + ofLink());
  }

  private void release() throws SQLException {
    owner.run("update delivery_links set open_until = null" + ofLink());
  }

  private String ofLink() {
    return " where link_id = '" + talk.link + "'";
  }

  private String messageInWork(LaneKey lane) {
    return row(
        "select message_id from delivery_lanes where customer_id = '" + lane.customerId() + "'",
        row -> row.getString(1));
  }

  private int openBreakers() {
    return row(
        "select count(*) from delivery_links where open_until is not null and link_id = '"
            + talk.link
            + "'",
        row -> row.getInt(1));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T row(String sql, Reading<T> reading) {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return reading.of(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
