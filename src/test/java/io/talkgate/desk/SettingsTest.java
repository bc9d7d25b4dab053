package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3, {@code /links/{id}/settings}. */
@QuarkusTest
class SettingsTest {
  private static final String SETTINGS = "/api/v1/links/{id}/settings";

  private Shop shop;

  @BeforeEach
  void aShop() {
    shop = Shop.open();
  }

  @Test
  void aNewLinkPushesAndMarksNothing() {
    shop.as("manager")
        .get(SETTINGS, shop.createLink())
        .then()
        .statusCode(200)
        .body("delivery.notification", equalTo(false))
        .body("delivery.readBySend", equalTo(false));
  }

  @Test
  void aSectionThatIsAbsentStays() {
    String link = shop.createLink();
    put(link, "{\"delivery\":{\"notification\":true,\"readBySend\":false}}").statusCode(200);

    for (String nothing : List.of("{}", "{\"delivery\":null}")) {
      put(link, nothing)
          .statusCode(200)
          .body("delivery.notification", equalTo(true))
          .body("delivery.readBySend", equalTo(false));
    }
    shop.as("manager").get(SETTINGS, link).then().body("delivery.notification", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"delivery":{"notification":true}}                                      | delivery.readBySend
          {"delivery":{"notification":"yes","readBySend":true}}                   | delivery.notification
          {"delivery":{"notification":true,"readBySend":true,"sound":true}}       | delivery.sound
          {"hours":{}}                                                            | hours
          """)
  void whatDoesNotFitNamesTheField(String body, String field) {
    invalid(put(shop.createLink(), body), field);
  }

  @Test
  void onlyManagersOfTheBrandSeeAndChangeThem() {
    String link = shop.createLink();

    shop.as("agent").get(SETTINGS, link).then().statusCode(403);
    shop.as("agent").body("{}").put(SETTINGS, link).then().statusCode(403);
    Shop.open().as("manager").get(SETTINGS, link).then().statusCode(404);
    Shop.open().as("manager").body("{}").put(SETTINGS, link).then().statusCode(404);
    shop.as("owner").post("/api/v1/links/{id}/revoke", link).then().statusCode(200);
    put(link, "{}").statusCode(409).body("code", equalTo("LINK_STATE"));
  }

  @Test
  void aReplyTakesWhatItLeavesOutFromItsLink() {
    String link = shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    String consultation = shop.newestConsultation();
    put(link, "{\"delivery\":{\"notification\":true,\"readBySend\":true}}").statusCode(200);

    reply(consultation, Map.of());
    reply(consultation, Map.of("notification", false));
    reply(consultation, Map.of("notification", false, "readBySend", false));

    List<JsonObject> sent = Eventually.get(this::options, options -> options.size() == 3);
    assertEquals(List.of(options(true, true), options(false, true), options(false, false)), sent);
  }

  private void reply(String consultation, Map<String, Boolean> flags) {
    Map<String, Object> body = new HashMap<>(flags);
    body.put("content", Map.of("type", "TEXT", "text", "answer"));
    shop.as("agent")
        .body(body)
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202);
  }

  private List<JsonObject> options() {
    List<String> bodies =
        RestAssured.get("/simulator/api/accounts/{id}/calls", shop.accountId())
            .jsonPath()
            .getList("sendApi.body");
    return bodies.stream().map(JsonObject::new).map(e -> e.getJsonObject("options")).toList();
  }

  private static JsonObject options(boolean notification, boolean readBySend) {
    return new JsonObject().put("notification", notification).put("readBySend", readBySend);
  }

  private ValidatableResponse put(String link, String body) {
    return shop.as("manager").body(body).put(SETTINGS, link).then();
  }
}
