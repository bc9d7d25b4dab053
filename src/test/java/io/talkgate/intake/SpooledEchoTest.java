package io.talkgate.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design §5: an echo that came while nobody could write it settles its message all the same. */
@QuarkusTest
class SpooledEchoTest {
  @Inject SchemaOwner owner;
  @Inject SpoolLeg spool;

  private Shop shop;
  private WebhookCaller naver;
  private String user;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    shop = Shop.open();
    String link = shop.createLink();
    naver = new WebhookCaller(shop.requestApproval(link));
    shop.approve(link);
    user = shop.customer();
    shop.writes(user, "hello");
    id = shop.newestConsultation();
  }

  @ParameterizedTest
  @CsvSource({"200, SENT", "html, UNKNOWN"})
  void anEchoThatComesThroughTheSpoolConfirms(String answer, String before) throws SQLException {
    faults(
        answer.equals("200")
            ? Map.of("echo", false)
            : Map.of("echo", false, "answer", answer, "accepted", true));
    reply("answer");
    Eventually.get(() -> delivery("status"), before::equals);

    whileSomebodyHoldsTheCustomer(
        () -> {
          assertEquals(200, echo("answer"));
          assertTrue(spool.pending() > 0, "it went to the database");
          assertEquals(before, delivery("status"));
        });

    Eventually.get(() -> delivery("status"), "CONFIRMED"::equals);
    assertEquals(List.of("hello", "answer"), transcript());
    assertEquals(1, calls());
  }

  @Test
  void ofTwoEqualMessagesEachEchoOfTheSpoolConfirmsOne() throws SQLException {
    faults(Map.of("echo", false));
    reply("same");
    reply("same");
    Eventually.get(() -> delivery("status"), "SENT"::equals);

    whileSomebodyHoldsTheCustomer(
        () -> {
          assertEquals(200, echo("same"));
          assertEquals(200, echo("same"));
        });

    Eventually.get(
        () -> messages().getList("items.findAll { it.delivery }.delivery.status"),
        List.of("CONFIRMED", "CONFIRMED")::equals);
    assertEquals(List.of("hello", "same", "same"), transcript());
    assertEquals(2, calls());
  }

  private void whileSomebodyHoldsTheCustomer(Runnable work) throws SQLException {
    try (Connection other = owner.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from customers where brand_id = '%s' for update".formatted(shop.brandId()));
      work.run();
      other.rollback();
    }
  }

  private int echo(String text) {
    return naver
        .sends(
            ("{\"event\":\"echo\",\"echoedEvent\":\"send\",\"user\":\"%s\","
                    + "\"textContent\":{\"text\":\"%s\"}}")
                .formatted(user, text))
        .join();
  }

  private void reply(String text) {
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post("/api/v1/consultations/{id}/messages", id)
        .then()
        .statusCode(202);
  }

  private void faults(Map<String, ?> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }

  private String delivery(String field) {
    return messages().getString("items[-1].delivery." + field);
  }

  private JsonPath messages() {
    return shop.as("agent").get("/api/v1/consultations/{id}/messages", id).jsonPath();
  }

  private List<String> transcript() {
    return messages().getList("items.content.text");
  }

  private int calls() {
    return given()
        .get("/simulator/api/accounts/{id}/calls", shop.accountId())
        .jsonPath()
        .getList("sendApi")
        .size();
  }
}
