package io.talkgate.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 5.1: keys are checked without disturbing anyone. */
@QuarkusTest
class KeyCheckRoundsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject KeyCheckRounds rounds;
  @Inject DeliveryClock clock;

  private Shop shop;
  private String link;

  @BeforeEach
  void openShop() {
    shop = Shop.open();
    link = shop.createLink();
    shop.requestApproval(link);
  }

  @Test
  void aNewKeyIsCheckedWithACallThatReachesNobody() {
    health().body("checks[0].name", equalTo("KEY")).body("checks[0].at", nullValue());

    checked(1);

    health().body("checks[0].passed", equalTo(true));
    assertTrue(calls().get(0).getString("user").contains("."), "no user has a dot");
  }

  @Test
  void aBadKeyIsToldBeforeAnythingIsSentAndANewOneMakesItGood() {
    faults(Map.of("resultCode", "01", "resultMessage", "Authorization 정보 오류"));
    checked(1);
    health().body("state", equalTo("KEY_REJECTED")).body("checks[0].passed", equalTo(false));

    given().delete("/simulator/api/accounts/{id}/faults", shop.accountId());
    shop.as("manager")
        .body(Map.of("sendApiKey", shop.sendApiKey()))
        .patch("/api/v1/links/{id}", link)
        .then()
        .statusCode(200);
    checked(2);

    health().body("state", equalTo("WAITING_FIRST_EVENT")).body("checks[0].passed", equalTo(true));
  }

  @Test
  void itIsCheckedAgainAfterAnHourWithoutACall() {
    checked(1);
    clock.advance(Duration.ofMinutes(50));
    allDone();
    assertEquals(1, calls().size());

    clock.advance(Duration.ofMinutes(15));

    checked(2);
  }

  /** Other tests' links are due as well, ten of them a round. */
  private void checked(int times) {
    Eventually.get(
        () -> {
          rounds.check().await().atMost(LIMIT);
          return calls().size();
        },
        made -> made >= times,
        LIMIT);
    assertEquals(times, calls().size());
    calls().forEach(call -> assertEquals("action", call.getString("event")));
  }

  private void allDone() {
    for (int round = 0; round < 3; round++) {
      rounds.check().await().atMost(LIMIT);
    }
  }

  private ValidatableResponse health() {
    return shop.as("observer").get("/api/v1/links/{id}/health", link).then().statusCode(200);
  }

  private void faults(Map<String, ?> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }

  private List<JsonObject> calls() {
    List<String> bodies =
        given()
            .get("/simulator/api/accounts/{id}/calls", shop.accountId())
            .jsonPath()
            .getList("sendApi.body");
    return bodies.stream().map(JsonObject::new).toList();
  }
}
