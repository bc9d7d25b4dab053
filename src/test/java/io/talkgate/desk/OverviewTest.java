package io.talkgate.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET /overview}, {@code /overview/events} and {@code /agents}. */
@QuarkusTest
class OverviewTest {
  private Shop shop;

  @BeforeEach
  void aShop() {
    shop = Shop.open();
  }

  @Test
  void aNewBrandHasNothingToDo() {
    shop.as("observer")
        .get("/api/v1/overview")
        .then()
        .statusCode(200)
        .body("counts.WAITING", equalTo(0))
        .body("waitingSince", nullValue());
  }

  @Test
  void consultationsAreCountedByStateAndAgent() {
    shop.approvedLink();
    String closed = written("closed");
    String mine = written("mine");
    written("waiting");
    shop.as("agent").post("/api/v1/consultations/{id}/close", closed).then().statusCode(200);
    shop.as("agent").post("/api/v1/consultations/{id}/assign", mine).then().statusCode(200);
    shop.as("agent").post("/api/v1/consultations/{id}/hold", mine).then().statusCode(200);
    shop.as("agent").post("/api/v1/consultations/{id}/resume", mine).then().statusCode(200);
    shop.as("agent")
        .get("/api/v1/overview")
        .then()
        .body("counts.WAITING", equalTo(1))
        .body("counts.IN_PROGRESS", equalTo(1))
        .body("counts.CLOSED", equalTo(1))
        .body("waitingSince", notNullValue());
    shop.as("observer")
        .get("/api/v1/agents")
        .then()
        .statusCode(200)
        .body("items", hasSize(4))
        .body("items.find { it.role == 'agent' }.inProgress", equalTo(1))
        .body("items.find { it.role == 'owner' }.inProgress", equalTo(0));
  }

  @Test
  void eventsAreCountedByMinute() {
    shop.approvedLink();
    written("one");
    written("two");
    var minutes =
        shop.as("agent").get("/api/v1/overview/events").then().body("items", hasSize(30)).extract();
    assertEquals(2, minutes.<Integer>path("items.events.sum()").intValue());
  }

  @Test
  void operatorsSeeNoBrandsWork() {
    Shop.operator().get("/api/v1/overview").then().statusCode(403);
  }

  private String written(String text) {
    shop.writes(shop.customer(), text);
    return shop.newestConsultation();
  }
}
