package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract §3, {@code /consultations/{id}/…}: how agents move consultations. */
@QuarkusTest
class MoveCallsTest {
  private static final String ONE = "/api/v1/consultations/{id}";

  private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
  private WrittenConsultation written;
  private Shop shop;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    written = new WrittenConsultation();
    shop = written.shop;
    id = written.id;
  }

  @Test
  void anEmptyBodyAssignsTheCaller() {
    shop.as("agent")
        .post(ONE + "/assign", id)
        .then()
        .statusCode(200)
        .body("assignee.id", equalTo(shop.memberId("agent")))
        .body("status", equalTo("WAITING"));
    shop.as("manager")
        .body("{}")
        .post(ONE + "/assign", id)
        .then()
        .body("assignee.id", equalTo(shop.memberId("manager")));
    shop.as("agent")
        .post(ONE + "/unassign", id)
        .then()
        .statusCode(200)
        .body("containsKey('assignee')", is(false));
  }

  @Test
  void onlyAgentsOfTheBrandCanBeAssigned() {
    String another = Shop.open().memberId("agent");
    for (String assignee : List.of(shop.memberId("observer"), another, NOTHING)) {
      invalid(
          written.body(Map.of("assigneeId", assignee)).post(ONE + "/assign", id).then(),
          "assigneeId");
      invalid(
          written.body(Map.of("assigneeId", assignee)).post(ONE + "/transfer", id).then(),
          "assigneeId");
    }
    invalid(
        written.body(Map.of("assigneId", NOTHING)).post(ONE + "/assign", id).then(), "assigneId");
    invalid(written.body(Map.of()).post(ONE + "/transfer", id).then(), "assigneeId");
    invalid(shop.as("agent").post(ONE + "/transfer", id).then(), "body");
  }

  @Test
  void aTransferLeavesItsNote() {
    written
        .body(Map.of("assigneeId", shop.memberId("manager"), "note", "yours"))
        .post(ONE + "/transfer", id)
        .then()
        .statusCode(200)
        .body("assignee.id", equalTo(shop.memberId("manager")));
    shop.as("agent")
        .get(ONE + "/notes", id)
        .then()
        .body("items.text", equalTo(List.of("yours")))
        .body("items[0].consultationId", equalTo(id));
    shop.as("observer")
        .get(ONE + "/history", id)
        .then()
        .body("items[-1].action", equalTo("TRANSFERRED"))
        .body("items[-1].actor.id", equalTo(shop.memberId("agent")))
        .body("items[-1].assignee.id", equalTo(shop.memberId("manager")));
  }

  @Test
  void aHoldEndsInTheFuture() {
    invalid(
        written
            .body(Map.of("until", Instant.now().minusSeconds(5).toString()))
            .post(ONE + "/hold", id)
            .then(),
        "until");
    invalid(written.body(Map.of("until", "tomorrow")).post(ONE + "/hold", id).then(), "until");
    written
        .body(Map.of("until", "2999-01-01T00:00:00+09:00"))
        .post(ONE + "/hold", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"))
        .body("heldUntil", equalTo("2998-12-31T15:00:00Z"));
    shop.as("agent")
        .post(ONE + "/hold", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSULTATION_STATE"));
    shop.as("agent").post(ONE + "/resume", id).then().body("status", equalTo("WAITING"));
  }

  @Test
  void whatIsClosedIsReopenedForTheCaller() {
    invalid(
        written.body(Map.of("category", "x".repeat(51))).post(ONE + "/close", id).then(),
        "category");
    invalid(written.body(Map.of("note", "x".repeat(2001))).post(ONE + "/close", id).then(), "note");
    written
        .body(Map.of("category", "😀".repeat(50)))
        .post(ONE + "/close", id)
        .then()
        .statusCode(200)
        .body("closeReason", equalTo("AGENT"));
    written
        .body(Map.of("content", Map.of("type", "TEXT", "text", "late")))
        .post(ONE + "/messages", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSULTATION_STATE"))
        .body("detail", containsString("CLOSED"));
    shop.as("manager")
        .post(ONE + "/reopen", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_PROGRESS"))
        .body("assignee.id", equalTo(shop.memberId("manager")))
        .body("containsKey('closedAt')", is(false));
  }

  @Test
  void readingSetsTheUnreadCountToZero() {
    shop.as("agent").get(ONE, id).then().body("unreadCount", is(1));
    shop.as("agent").post(ONE + "/read", id).then().statusCode(200).body("unreadCount", is(0));
  }
}
