package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.talkgate.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3, {@code /consultations/{id}/…}: what is shown, and to whom. */
@QuarkusTest
class ConsultationCallsTest {
  private static final String ONE = "/api/v1/consultations/{id}";

  private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
  private WrittenConsultation written;
  private Shop shop;
  private String user;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    written = new WrittenConsultation();
    shop = written.shop;
    user = written.user;
    id = written.id;
  }

  @Test
  void aConsultationIsShownAsTheContractHasIt() {
    shop.as("observer")
        .get(ONE, id)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("brandId", equalTo(shop.brandId()))
        .body("customer.user", equalTo(user))
        .body("customer.friend", is(false))
        .body("customer.containsKey('nickname')", is(false))
        .body("status", equalTo("WAITING"))
        .body("thread", equalTo("TALKGATE"))
        .body("tags", hasSize(0))
        .body("containsKey('assignee')", is(false))
        .body("containsKey('closedAt')", is(false))
        .body("lastMessage.content.type", equalTo("TEXT"))
        .body("lastMessage.direction", equalTo("INBOUND"))
        .body("lastMessage.author.type", equalTo("CUSTOMER"))
        .body("lastMessage.containsKey('delivery')", is(false))
        .body("openedAt", endsWith("Z"))
        .body("possiblyMissing", is(false));
  }

  @ParameterizedTest
  @CsvSource({
    "read, 403, 200",
    "assign, 403, 200",
    "unassign, 403, 200",
    "hold, 403, 200",
    "close, 403, 200"
  })
  void agentsMoveAndObserversDoNot(String call, int observer, int agent) {
    shop.as("observer").post(ONE + "/" + call, id).then().statusCode(observer);
    shop.as("agent").post(ONE + "/" + call, id).then().statusCode(agent).body("id", equalTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "assign",
        "unassign",
        "transfer",
        "hold",
        "resume",
        "close",
        "reopen",
        "typing",
        "profile-request",
        "handover",
        "notes",
        "messages"
      })
  void operatorsReadNoConversationAndChangeNone(String call) {
    Shop.operator()
        .body(Map.of())
        .post(ONE + "/" + call, id)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(ONE + "/" + call, id)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("basic"))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/messages", "/notes", "/history"})
  void whatIsReadIsOfTheBrandAlone(String part) {
    shop.as("observer").get(ONE + part, id).then().statusCode(200);
    Shop.open().as("owner").get(ONE + part, id).then().statusCode(404);
    Shop.operator().get(ONE + part, id).then().statusCode(403);
    shop.as("observer").get(ONE + part, NOTHING).then().statusCode(404);
    shop.as("observer").get(ONE + part, "not-an-id").then().statusCode(404);
  }

  @Test
  void anotherBrandsConsultationIsNotFoundAndStays() {
    var stranger = Shop.open();
    stranger.as("agent").post(ONE + "/close", id).then().statusCode(404);
    stranger
        .as("agent")
        .body(Map.of("text", "mine"))
        .post(ONE + "/notes", id)
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    stranger
        .as("agent")
        .body(Map.of("tags", List.of("mine")))
        .put(ONE + "/tags", id)
        .then()
        .statusCode(404);
    shop.as("agent")
        .get(ONE, id)
        .then()
        .body("status", equalTo("WAITING"))
        .body("tags", hasSize(0));
  }

  @Test
  void messagesComeInPagesInBothOrders() {
    for (int i = 2; i <= 5; i++) {
      shop.writes(user, "m" + i);
    }
    assertEquals(List.of("hello", "m2", "m3", "m4", "m5"), walk(""));
    assertEquals(List.of("m5", "m4", "m3", "m2", "hello"), walk("&order=desc"));
    invalid(shop.as("agent").get(ONE + "/messages?order=up", id).then(), "order");
  }

  private List<String> walk(String order) {
    List<String> texts = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var page =
          shop.as("agent")
              .get(ONE + "/messages?limit=2" + order + cursor, id)
              .then()
              .statusCode(200)
              .extract();
      texts.addAll(page.<List<String>>path("items.content.text"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return texts;
  }
}
