package io.talkgate.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3, {@code /customers}. */
@QuarkusTest
class CustomersTest {
  private static final String ONE = "/api/v1/customers/{id}";

  private Shop shop;
  private String user;
  private String consultation;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    shop = Shop.open();
    shop.approvedLink();
    user = shop.customer();
    shop.writes(user, "first");
    consultation = shop.newestConsultation();
    id = shop.as("agent").get("/api/v1/consultations/{id}", consultation).path("customer.id");
  }

  @Test
  void aCustomerIsShown() {
    shop.as("observer")
        .get(ONE, id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("brandId", equalTo(shop.brandId()))
        .body("user", equalTo(user))
        .body("blocked", is(false))
        .body("containsKey('cellphone')", is(false));
  }

  @Test
  void theTimelineHoldsAllConsultations() {
    shop.as("agent").post("/api/v1/consultations/{id}/close", consultation).then().statusCode(200);
    shop.writes(user, "second");
    shop.as("observer")
        .get(ONE + "/messages", id)
        .then()
        .statusCode(200)
        .body("items.content.text", equalTo(List.of("first", "second")));
    shop.as("observer")
        .get(ONE + "/messages?order=desc&limit=1", id)
        .then()
        .body("items.content.text", equalTo(List.of("second")));
  }

  @Test
  void blockingClosesWhatIsOpenAndOpensNothing() {
    shop.as("agent").post(ONE + "/block", id).then().statusCode(200).body("blocked", is(true));
    shop.writes(user, "let me in");
    shop.as("agent")
        .get("/api/v1/consultations/{id}", consultation)
        .then()
        .body("status", equalTo("CLOSED"))
        .body("closeReason", equalTo("BLOCKED"));
    shop.as("agent")
        .get(ONE + "/messages", id)
        .then()
        .body("items[1].content.text", equalTo("let me in"))
        .body("items[1].consultationId", equalTo(null));
    shop.as("agent")
        .post("/api/v1/consultations/{id}/reopen", consultation)
        .then()
        .statusCode(409)
        .body("code", equalTo("CUSTOMER_BLOCKED"));
    shop.as("agent").post(ONE + "/unblock", id).then().statusCode(200).body("blocked", is(false));
  }

  @ParameterizedTest
  @CsvSource({"observer, 403, 403", "agent, 200, 403", "manager, 200, 200", "owner, 200, 200"})
  void everybodyMayWhatTheRoleAllows(String role, int block, int erase) {
    shop.as(role).get(ONE, id).then().statusCode(200);
    shop.as(role).post(ONE + "/block", id).then().statusCode(block);
    shop.as(role).post(ONE + "/unblock", id).then().statusCode(block);
    shop.as(role).delete(ONE + "/profile", id).then().statusCode(erase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/messages"})
  void othersCustomersAreNotFound(String part) {
    Shop.open().as("owner").get(ONE + part, id).then().statusCode(404);
    Shop.operator().get(ONE + part, id).then().statusCode(403);
    shop.as("owner").get(ONE + part, "nobody").then().statusCode(404);
  }

  @Test
  void erasingAnswersWithTheCustomer() {
    shop.as("manager")
        .delete(ONE + "/profile", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("containsKey('nickname')", is(false));
    Shop.open().as("manager").delete(ONE + "/profile", id).then().statusCode(404);
  }
}
