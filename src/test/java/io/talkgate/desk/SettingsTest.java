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

  private static final String HOURS =
      """
      {"kept":true,"timeZone":"Asia/Seoul",
       "weekly":[{"day":"MONDAY","from":"09:00","until":"18:00","breaks":[{"from":"12:00","until":"13:00"}]}],
       "holidays":{"publicHolidays":true,"closed":[{"date":"2026-06-03","name":"election"}],"worked":["2026-05-05"]},
       "acceptOutside":false}
      """;

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
          {"colours":{}}                                                          | colours
          """)
  void whatDoesNotFitNamesTheField(String body, String field) {
    invalid(put(shop.createLink(), body), field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "timeZone":"Asia/Seul"                                                   | hours.timeZone
          "timeZone":null                                                          | hours.timeZone
          "kept":"yes"                                                             | hours.kept
          "weekly":[{"day":"MON","from":"09:00","until":"18:00"}]                  | hours.weekly[0].day
          "weekly":[{"day":"MONDAY","from":"9:00","until":"18:00"}]                | hours.weekly[0].from
          "weekly":[{"day":"MONDAY","from":"09:00","until":"24:01"}]               | hours.weekly[0].until
          "weekly":[{"day":"MONDAY","from":"09:00"}]                               | hours.weekly[0].until
          "weekly":[{"day":"MONDAY","from":"09:00","until":"18:00","breaks":[{"from":"18:00","until":"18:30"}]}] | hours.weekly[0].breaks[0]
          "weekly":[{"day":"MONDAY","from":"09:00","until":"18:00"},{"day":"MONDAY","from":"17:59","until":"19:00"}] | hours.weekly[1].from
          "weekly":[]                                                              | hours.weekly
          "holidays":{"publicHolidays":true,"closed":[{"date":"2026-02-30"}]}      | hours.holidays.closed[0].date
          "holidays":{"publicHolidays":true,"worked":["tomorrow"]}                 | hours.holidays.worked[0]
          "holidays":{}                                                            | hours.holidays.publicHolidays
          "acceptOutside":1                                                        | hours.acceptOutside
          """)
  void hoursThatCannotBeNameTheField(String change, String field) {
    JsonObject hours = new JsonObject(HOURS);
    hours.mergeIn(new JsonObject("{" + change + "}"));

    invalid(put(shop.createLink(), new JsonObject().put("hours", hours).encode()), field);
  }

  @Test
  void hoursAreShownAsTheyWereSet() {
    String link = shop.createLink();
    shop.as("manager").get(SETTINGS, link).then().body("hours.kept", equalTo(false));

    put(link, "{\"hours\":" + HOURS + "}").statusCode(200);
    put(link, "{\"delivery\":{\"notification\":true,\"readBySend\":false}}").statusCode(200);

    String shown = shop.as("manager").get(SETTINGS, link).then().extract().asString();
    assertEquals(new JsonObject(HOURS), new JsonObject(shown).getJsonObject("hours"));
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
