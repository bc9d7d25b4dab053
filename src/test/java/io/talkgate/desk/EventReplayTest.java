package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static io.talkgate.desk.ProblemAssert.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import io.talkgate.testing.Together;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3, {@code /events}: those that could not be applied, and their replay. */
@QuarkusTest
class EventReplayTest {
  private static final String EVENTS = "/api/v1/events";
  private static final String REPLAY = EVENTS + "/{id}/replay";

  @Inject SchemaOwner owner;

  private Shop shop;
  private String linkId;
  private String webhook;

  @BeforeEach
  void linkAShop() {
    shop = Shop.open();
    linkId = shop.createLink();
    webhook = shop.requestApproval(linkId);
  }

  @Test
  void aReplayedEventFindsItsPlaceAmongTheMessagesOnce() throws SQLException {
    shop.approve(linkId);
    write("first");
    String id = failed();
    write("third");
    list("")
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].brandId", equalTo(shop.brandId()))
        .body("items[0].linkId", equalTo(linkId))
        .body("items[0].event", equalTo("send"))
        .body("items[0].state", equalTo("FAILED"))
        .body("items[0].error", notNullValue())
        .body("items[0].receivedAt", notNullValue())
        .body("items[0].keySet()", not(contains("raw")))
        .body("items[0].appliedAt", nullValue());

    replay(id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("state", equalTo("APPLIED"))
        .body("error", nullValue())
        .body("appliedAt", notNullValue());

    problem(replay(id), 409, "EVENT_STATE").body("detail", containsString("APPLIED"));
    assertEquals(List.of("first", "poison", "third"), texts());
    consultation().body("unreadCount", equalTo(3)).body("status", equalTo("WAITING"));
    list("").body("items", hasSize(0));
    list("?state=APPLIED,FAILED").body("items", hasSize(3)).body("items[1].id", equalTo(id));
  }

  @Test
  void replaysAreWrittenDown() throws SQLException {
    shop.approve(linkId);
    write("first");
    String id = failed();
    replay(id).then().statusCode(200);
    post("junk");
    String junk = onlyFailed();
    problem(replay(junk), 409, "EVENT_NOT_APPLICABLE");
    replay(id).then().statusCode(409);

    shop.as("manager")
        .get("/api/v1/audit?action=EVENT_REPLAYED")
        .then()
        .statusCode(200)
        .body("items.subject.id", contains(junk, id))
        .body("items.subject.type", contains("EVENT", "EVENT"))
        .body("items.details.state", contains("FAILED", "APPLIED"))
        .body("items.actor.role", contains("manager", "manager"));
  }

  @Test
  void aLateEventMovesNoStateBackwards() throws SQLException {
    shop.approve(linkId);
    write("first");
    String held = failed();
    agent("hold");
    replay(held).then().statusCode(200);
    consultation().body("status", equalTo("ON_HOLD"));

    String closed = failed();
    agent("close");
    replay(closed).then().statusCode(200);
    shop.as("agent").get("/api/v1/consultations").then().body("items.status", contains("CLOSED"));
    assertEquals(List.of("first", "poison", "poison"), texts());
  }

  @Test
  void aLateEventKnowsOfALaterOneThatChangedTheConsultation() throws SQLException {
    shop.approve(linkId);
    write("first");
    post("{\"event\":\"leave\",\"user\":\"u\"}");
    write("back again");

    replayed(newest("leave"));

    consultation().body("customerLeft", equalTo(false));
  }

  @Test
  void aLateEventKnowsOfALaterOneThatChangedTheCustomerAlone() throws SQLException {
    shop.approve(linkId);
    write("first");
    post("{\"event\":\"friend\",\"user\":\"u\",\"options\":{\"set\":\"off\"}}");
    String removed = newest("friend");
    post("{\"event\":\"friend\",\"user\":\"u\",\"options\":{\"set\":\"on\"}}");

    replayed(removed);

    consultation().body("customer.friend", equalTo(true));
  }

  @Test
  void oneThatFailsAgainStaysFailedAndSaysWhy() throws SQLException {
    shop.approve(linkId);
    String id;
    try (Poison poison = new Poison()) {
      poison.write();
      id = onlyFailed();
      problem(english(id), 409, "EVENT_NOT_APPLICABLE")
          .body("detail", containsString("refused by the database, SQLSTATE P0001"));
      problem(replay(id), 409, "EVENT_NOT_APPLICABLE").body("detail", containsString("여전히"));
    }
    show(id)
        .body("state", equalTo("FAILED"))
        .body("error", equalTo("refused by the database, SQLSTATE P0001"));
    replay(id).then().statusCode(200);
    assertEquals(List.of("poison"), texts());
  }

  @Test
  void oneThatIsNoJsonIsShownMaskedAndFailsAgainPrecisely() {
    post("{\"event\":\"send\",\"user\":\"u\",\"textContent\":{\"text\":\"call 010-1234-5678\"");
    String id = onlyFailed();

    show(id)
        .body("event", equalTo("send"))
        .body("error", startsWith("not JSON at byte "))
        .body("raw", containsString("call ***"))
        .body("raw", not(containsString("1234")));
    problem(english(id), 409, "EVENT_NOT_APPLICABLE")
        .body("detail", containsString("not JSON at byte "));
    show(id).body("state", equalTo("FAILED")).body("error", startsWith("not JSON at byte "));
  }

  @Test
  void withoutApprovalNothingIsReplayed() throws SQLException {
    write("early");
    String id = list("?state=PARKED").extract().path("items[0].id");
    problem(replay(id), 409, "EVENT_STATE").body("detail", containsString("PARKED"));

    fail(id);
    problem(replay(id), 409, "LINK_STATE").body("detail", containsString("PENDING"));
    show(id).body("state", equalTo("FAILED")).body("error", equalTo("test"));

    shop.approve(linkId);
    replay(id).then().statusCode(200);
    assertEquals(List.of("early"), texts());
  }

  @Test
  void ofManyReplaysAtOnceOneApplies() throws Exception {
    shop.approve(linkId);
    write("first");
    String id = failed();
    Callable<Integer> call = () -> replay(id).statusCode();

    List<Integer> answers = Together.call(call, call, call, call);

    assertEquals(List.of(200, 409, 409, 409), answers.stream().sorted().toList());
    assertEquals(List.of("first", "poison"), texts());
    consultation().body("unreadCount", equalTo(2));
  }

  @Test
  void aReplayWaitsForWhoeverHoldsTheCustomer() throws Exception {
    shop.approve(linkId);
    write("first");
    String id = failed();
    try (Connection other = owner.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from customers where brand_id = '" + shop.brandId() + "' for update");
      CompletableFuture<Integer> waits =
          CompletableFuture.supplyAsync(() -> replay(id).statusCode());
      write("other", "hello");
      assertFalse(waits.isDone());
      show(id).body("state", equalTo("FAILED"));
      other.rollback();
      assertEquals(200, waits.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void parkedEventsReceivedBeforeGoFirst() throws SQLException {
    write("first");
    write("second");
    List<String> ids = list("?state=PARKED").extract().path("items.id");
    fail(ids.get(1));
    owner.run("update links set status = 'APPROVED' where id = '" + linkId + "'");

    replay(ids.get(1)).then().statusCode(200);

    list("?state=PARKED").body("items", hasSize(0));
    assertEquals(List.of("first", "second"), texts());
  }

  @Test
  void anUnknownEventIsAppliedSinceItChangesNothing() throws SQLException {
    post("{\"event\":\"novelty\",\"user\":\"u\"}");
    String id = list("?state=APPLIED").extract().path("items[0].id");
    fail(id);
    replay(id)
        .then()
        .statusCode(200)
        .body("event", equalTo("novelty"))
        .body("state", equalTo("APPLIED"));
  }

  @Test
  void aProfileIsStoredAndItsBodyForgotten() throws SQLException {
    post(
        "{\"event\":\"profile\",\"user\":\"u\",\"options\":{\"result\":\"SUCCESS\",\"nickname\":\"Minji\",\"cellphone\":\"01012345678\"}}");
    String id = list("?state=PARKED").extract().path("items[0].id");
    fail(id);
    show(id)
        .body("raw", containsString("SUCCESS"))
        .body("raw", not(containsString("Minji")))
        .body("raw", not(containsString("5678")));
    shop.approve(linkId);

    replay(id).then().statusCode(200);

    show(id).body("raw", nullValue()).body("state", equalTo("APPLIED"));
    write("hello");
    consultation().body("customer.nickname", equalTo("Minji"));
  }

  @Test
  void eventsAreListedInPagesAndByLink() {
    for (String body : List.of("1", "2", "3")) {
      post(body);
    }
    List<String> all = list("").body("items", hasSize(3)).extract().path("items.id");
    ValidatableResponse first =
        list("?limit=2&linkId=" + linkId + "&brandId=" + shop.brandId())
            .body("items.id", equalTo(all.subList(0, 2)));
    list("?limit=2&cursor=" + first.extract().path("nextCursor"))
        .body("items.id", equalTo(all.subList(2, 3)))
        .body("nextCursor", nullValue());
    list("?linkId=" + UUID.randomUUID()).body("items", hasSize(0));
    for (String bad : List.of("state=failed", "linkId=x", "limit=0", "cursor=x")) {
      problem(shop.as("manager").get(EVENTS + "?" + bad), 400, "VALIDATION")
          .body("errors.field", contains(bad.substring(0, bad.indexOf('='))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"observer", "agent", "operator"})
  void eventsAreForManagers(String role) {
    post("junk");
    String id = onlyFailed();
    for (String path : List.of(EVENTS, EVENTS + "/" + id)) {
      problem(as(role).get(path), 403, "FORBIDDEN");
    }
    problem(as(role).post(REPLAY, id), 403, "FORBIDDEN");
    shop.as("owner").get(EVENTS).then().statusCode(200).body("items.id", contains(id));
  }

  @Test
  void eventsOfAnotherBrandAreNotFound() {
    post("junk");
    String id = onlyFailed();
    Shop other = Shop.open();
    problem(other.as("manager").get(EVENTS + "/{id}", id), 404, "NOT_FOUND");
    problem(other.as("manager").post(REPLAY, id), 404, "NOT_FOUND");
    problem(other.as("manager").get(EVENTS + "?brandId=" + shop.brandId()), 404, "NOT_FOUND");
    other.as("manager").get(EVENTS).then().body("items", hasSize(0));
    problem(shop.as("manager").post(REPLAY, "nonsense"), 404, "NOT_FOUND");
    problem(replay(UUID.randomUUID().toString()), 404, "NOT_FOUND");
  }

  private RequestSpecification as(String role) {
    return role.equals("operator") ? Shop.operator() : shop.as(role);
  }

  /** An event that could not be applied although it can now. */
  private String failed() throws SQLException {
    try (Poison poison = new Poison()) {
      poison.write();
    }
    return onlyFailed();
  }

  private String onlyFailed() {
    return list("").body("items", hasSize(1)).extract().path("items[0].id");
  }

  /** An event that was applied comes once more as a late one. */
  private void replayed(String id) throws SQLException {
    fail(id);
    replay(id).then().statusCode(200);
  }

  private String newest(String event) {
    return list("?state=APPLIED")
        .extract()
        .path("items.findAll { it.event == '%s' }.max { it.id }.id".formatted(event));
  }

  private void fail(String id) throws SQLException {
    owner.run("update events set state = 'FAILED', error = 'test' where id = '" + id + "'");
  }

  private ValidatableResponse list(String query) {
    return shop.as("manager").get(EVENTS + query).then().statusCode(200);
  }

  private ValidatableResponse show(String id) {
    return shop.as("manager").get(EVENTS + "/{id}", id).then().statusCode(200);
  }

  private Response replay(String id) {
    return shop.as("manager").post(REPLAY, id);
  }

  private Response english(String id) {
    return shop.as("manager").header("Accept-Language", "en").post(REPLAY, id);
  }

  private void agent(String change) {
    shop.as("agent")
        .body(Map.of())
        .post("/api/v1/consultations/{id}/{change}", shop.newestConsultation(), change)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse consultation() {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}", shop.newestConsultation())
        .then()
        .statusCode(200);
  }

  private List<String> texts() {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.direction == 'INBOUND' }.content.text");
  }

  private void write(String text) {
    write("u", text);
  }

  private void write(String user, String text) {
    post(
        "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}}"
            .formatted(user, text));
  }

  private void post(String body) {
    given().contentType("application/json").body(body).post(webhook).then().statusCode(200);
  }

  /** While it lasts, the brand's messages that say "poison" are refused by the database. */
  private final class Poison implements AutoCloseable {
    private final String name = "poison_" + UUID.randomUUID().toString().replace("-", "");

    Poison() throws SQLException {
      owner.run(
          "create function %1$s() returns trigger language plpgsql as 'begin raise exception ''%1$s''; end'"
              .formatted(name));
      owner.run(
          "create trigger %1$s before insert on messages for each row when (new.search_text = 'poison' and new.brand_id = '%2$s') execute function %1$s()"
              .formatted(name, shop.brandId()));
    }

    void write() {
      EventReplayTest.this.write("poison");
    }

    @Override
    public void close() throws SQLException {
      owner.run("drop trigger %1$s on messages".formatted(name));
      owner.run("drop function %1$s()".formatted(name));
    }
  }
}
