package io.talkgate.consultation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue "who may what", 6: what is kept for how long. */
@QuarkusTest
class RetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration A_YEAR = Duration.ofDays(365).plusMinutes(1);
  private static final String RETENTION = "/api/v1/brands/{id}/retention";

  @Inject
  @ActingAs(DatabaseRole.TIMERS)
  Transactions transactions;

  @Inject Clock clock;
  @Inject SchemaOwner owner;

  private Shop shop;
  private String user;
  private String consultation;
  private String customer;

  @BeforeEach
  void aClosedConsultation() {
    shop = Shop.open();
    shop.approvedLink();
    user = shop.customer();
    shop.writes(user, "long ago");
    consultation = shop.newestConsultation();
    customer = shop.as("agent").get("/api/v1/consultations/{id}", consultation).path("customer.id");
    shop.as("agent")
        .body(Map.of("text", "a note"))
        .post("/api/v1/consultations/{id}/notes", consultation)
        .then()
        .statusCode(201);
    close(consultation);
  }

  @Test
  void afterAYearNothingIsLeftOfAClosedConsultationAndItsCustomer() throws SQLException {
    forgetAfter(A_YEAR);

    shop.as("agent").get("/api/v1/consultations/{id}", consultation).then().statusCode(404);
    shop.as("agent").get("/api/v1/customers/{id}", customer).then().statusCode(404);
    for (String table :
        new String[] {
          "consultations",
          "messages",
          "notes",
          "consultation_history",
          "customers",
          "delivery_lanes"
        }) {
      assertEquals(0, rows(table), table);
    }
  }

  @Test
  void aMinuteBeforeEverythingIsThere() throws SQLException {
    int before = rows("messages");

    forgetAfter(A_YEAR.minusMinutes(5));

    assertEquals(before, rows("messages"));
    assertEquals(1, rows("customers"));
  }

  @Test
  void whoIsBeingServedKeepsWhatIsOpen() {
    shop.writes(user, "today");

    forgetAfter(A_YEAR);

    shop.as("agent").get("/api/v1/consultations/{id}", consultation).then().statusCode(404);
    shop.as("agent")
        .get("/api/v1/customers/{id}/messages", customer)
        .then()
        .statusCode(200)
        .body("items.content.text", contains("today"));
  }

  @Test
  void whoIsBlockedStaysBlocked() {
    shop.as("agent").post("/api/v1/customers/{id}/block", customer).then().statusCode(200);
    shop.writes(user, "while blocked");

    forgetAfter(A_YEAR);

    shop.as("agent")
        .get("/api/v1/customers/{id}", customer)
        .then()
        .statusCode(200)
        .body("blocked", is(true));
    shop.as("agent")
        .get("/api/v1/customers/{id}/messages", customer)
        .then()
        .body("items.size()", is(0));
  }

  @Test
  void whoNeverWroteIsForgottenWhenNothingCameForAsLong() throws SQLException {
    befriends(shop.customer());
    assertEquals(2, rows("customers"));

    forgetCustomersAfter(A_YEAR.minusMinutes(5));
    assertEquals(2, rows("customers"));

    forgetCustomersAfter(A_YEAR);
    assertEquals(1, rows("customers")); // the one with a consultation
  }

  @Test
  void whoOutlivedTheLastConsultationIsForgottenLater() throws SQLException {
    befriends(user);
    owner.run(
        "update messages set consultation_id = null, created_at = created_at + interval '1 day'"
            + " where brand_id = '%s'".formatted(shop.brandId()));
    forgetAfter(A_YEAR);
    assertEquals(0, rows("consultations"));

    forgetCustomersAfter(A_YEAR);
    assertEquals(1, rows("customers"));

    forgetCustomersAfter(A_YEAR.plusDays(1));
    assertEquals(0, rows("customers"));
    assertEquals(0, rows("messages"));
  }

  @Test
  void whoIsBlockedIsNotForgottenForHavingNeverWritten() throws SQLException {
    befriends(shop.customer());
    owner.run(
        "update customers set blocked = true where brand_id = '%s'".formatted(shop.brandId()));

    forgetCustomersAfter(A_YEAR);

    assertEquals(2, rows("customers"));
  }

  @Test
  void everyBrandHasItsOwnTime() {
    set(10, 7);
    Shop patient = Shop.open();
    patient.approvedLink();
    patient.writes(patient.customer(), "long ago");
    String kept = patient.newestConsultation();
    patient.as("agent").post("/api/v1/consultations/{id}/close", kept).then().statusCode(200);

    forgetAfter(Duration.ofDays(11));

    shop.as("agent").get("/api/v1/consultations/{id}", consultation).then().statusCode(404);
    patient.as("agent").get("/api/v1/consultations/{id}", kept).then().statusCode(200);
  }

  @Test
  void rawEventsHaveTheirOwnTime() throws SQLException {
    set(365, 2);
    int before = rows("events");

    forgetEventsAfter(Duration.ofDays(1));
    assertEquals(before, rows("events"));

    forgetEventsAfter(Duration.ofDays(2).plusMinutes(1));
    assertEquals(0, rows("events"));
  }

  @Test
  void rawEventsStaySevenDaysByDefault() throws SQLException {
    forgetEventsAfter(Duration.ofDays(6));
    assertEquals(1, rows("events"));

    forgetEventsAfter(Duration.ofDays(7).plusMinutes(1));
    assertEquals(0, rows("events"));
  }

  @Test
  void twoReplicasForgetEachOnce() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Clock later = Clock.offset(clock, A_YEAR);
    forgetAfter(A_YEAR);
    shop.writes(user, "again");
    String again = shop.newestConsultation();
    close(again);

    Uni.join()
        .all(
            new ConsultationRetention(transactions, later, meters).forget(),
            new ConsultationRetention(transactions, later, meters).forget())
        .andFailFast()
        .await()
        .atMost(LIMIT);

    assertEquals(1, meters.counter("talkgate.retention.consultations.forgotten").count());
  }

  @Test
  void anOwnerReadsAndChangesIt() {
    shop.as("owner")
        .get(RETENTION, shop.brandId())
        .then()
        .statusCode(200)
        .body("closedConsultationDays", equalTo(365))
        .body("rawEventDays", equalTo(7));

    set(30, 1);

    shop.as("owner")
        .get(RETENTION, shop.brandId())
        .then()
        .body("closedConsultationDays", equalTo(30))
        .body("rawEventDays", equalTo(1));
    shop.as("manager")
        .queryParam("action", "BRAND_RETENTION_CHANGED")
        .get("/api/v1/audit")
        .then()
        .body("items.details.closedConsultationDays", contains("30"));
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "3651, 7", "365, 0", "365, 31"})
  void whatDoesNotFitIsRefused(int consultations, int events) {
    shop.as("owner")
        .body(Map.of("closedConsultationDays", consultations, "rawEventDays", events))
        .put(RETENTION, shop.brandId())
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION"));
  }

  @Test
  void nobodyElseDoes() {
    shop.as("manager").get(RETENTION, shop.brandId()).then().statusCode(403);
    Shop.operator().get(RETENTION, shop.brandId()).then().statusCode(403);
    Shop.open().as("owner").get(RETENTION, shop.brandId()).then().statusCode(404);
    Shop.open()
        .as("owner")
        .body(Map.of("closedConsultationDays", 1, "rawEventDays", 1))
        .put(RETENTION, shop.brandId())
        .then()
        .statusCode(404);
    given().contentType(ContentType.JSON).get(RETENTION, shop.brandId()).then().statusCode(401);
  }

  private void set(int consultations, int events) {
    shop.as("owner")
        .body(Map.of("closedConsultationDays", consultations, "rawEventDays", events))
        .put(RETENTION, shop.brandId())
        .then()
        .statusCode(200)
        .body("closedConsultationDays", equalTo(consultations));
  }

  private void close(String id) {
    shop.as("agent").post("/api/v1/consultations/{id}/close", id).then().statusCode(200);
  }

  private void forgetAfter(Duration time) {
    new ConsultationRetention(transactions, Clock.offset(clock, time), new SimpleMeterRegistry())
        .forget()
        .await()
        .atMost(LIMIT);
  }

  private void forgetCustomersAfter(Duration time) {
    CustomerRetention retention =
        new CustomerRetention(transactions, Clock.offset(clock, time), new SimpleMeterRegistry());
    for (int i = 0; i < 3; i++) { // enough for all whom other tests have left
      retention.forget().await().atMost(LIMIT);
    }
  }

  /** A customer who adds the shop as a friend opens no consultation. */
  private void befriends(String who) {
    shop.event(who, Map.of("event", "friend", "options", Map.of("set", "on")))
        .then()
        .statusCode(200);
  }

  private void forgetEventsAfter(Duration time) {
    new LedgerRetention(transactions, Clock.offset(clock, time)).forget().await().atMost(LIMIT);
  }

  private int rows(String table) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from %s where brand_id = '%s'".formatted(table, shop.brandId()))) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
