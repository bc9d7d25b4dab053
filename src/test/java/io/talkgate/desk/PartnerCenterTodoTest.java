package io.talkgate.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 5.8: what is closed here and still open at Partner Center. */
@QuarkusTest
class PartnerCenterTodoTest {
  private Shop shop;
  private String link;
  private String consultation;

  @BeforeEach
  void closeAConsultation() {
    shop = Shop.open();
    link = shop.approvedLink();
    consultation = closed();
  }

  @Test
  void whatWasClosedIsListedUntilItIsTickedOff() {
    String other = closed();
    todo("?linkId=" + link)
        .body("items.id", equalTo(List.of(consultation, other)))
        .body("items[0].closeReason", equalTo("AGENT"))
        .body("days", hasSize(1))
        .body("days[0].open", equalTo(2))
        .body("days[0].done", equalTo(0));

    done(consultation).body("ids", equalTo(List.of(consultation)));

    todo("").body("items.id", equalTo(List.of(other))).body("days[0].done", equalTo(1));
    done(consultation).body("ids", hasSize(0));
  }

  @Test
  void aConsultationThatIsOpenAgainIsListedAtItsNextClose() {
    done(consultation).body("ids", hasSize(1));
    act("reopen");
    todo("").body("items", hasSize(0));

    act("close");

    todo("").body("items.id", equalTo(List.of(consultation)));
  }

  @Test
  void othersSeeAndTickNothing() {
    Shop other = Shop.open();

    other.as("agent").get("/api/v1/partner-center-todo").then().body("items", hasSize(0));
    other
        .as("agent")
        .body(Map.of("ids", List.of(consultation)))
        .post("/api/v1/partner-center-todo/done")
        .then()
        .statusCode(200)
        .body("ids", hasSize(0));
    shop.as("observer").get("/api/v1/partner-center-todo").then().statusCode(403);
    todo("").body("items", hasSize(1));
  }

  private String closed() {
    shop.writes(shop.customer(), "hello");
    String id = shop.newestConsultation();
    shop.as("agent").post("/api/v1/consultations/{id}/close", id).then().statusCode(200);
    return id;
  }

  private void act(String what) {
    shop.as("agent")
        .post("/api/v1/consultations/{id}/{what}", consultation, what)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse todo(String query) {
    return shop.as("agent").get("/api/v1/partner-center-todo" + query).then().statusCode(200);
  }

  private ValidatableResponse done(String id) {
    return shop.as("agent")
        .body(Map.of("ids", List.of(id)))
        .post("/api/v1/partner-center-todo/done")
        .then()
        .statusCode(200);
  }
}
