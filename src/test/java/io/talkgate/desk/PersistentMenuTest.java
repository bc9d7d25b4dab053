package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3, {@code /links/{id}/persistent-menu}, with NAVER's limits of protocol §3. */
@QuarkusTest
class PersistentMenuTest {
  private static final String MENU = "/api/v1/links/{id}/persistent-menu";
  private static final String TEXT = "{'type':'TEXT','data':{'title':'a','code':'b'}}";

  private Shop shop;
  private String link;

  @BeforeEach
  void anApprovedLink() {
    shop = Shop.open();
    link = shop.approvedLink();
  }

  @Test
  void aMenuIsSetAtNaverAndKept() {
    String menu =
        menus(TEXT, nested(nested("{'type':'LINK','data':{'title':'c','url':'https://a.test'}}")));

    put(menu).statusCode(200);

    assertEquals(new JsonArray().add(new JsonObject(menu)), atNaver());
    assertEquals(new JsonObject(menu), kept());
  }

  @Test
  void anEmptyMenuRemovesIt() {
    put(menus(TEXT)).statusCode(200);

    put(menus()).statusCode(200).body("menus", equalTo(List.of()));

    assertEquals(new JsonArray(), atNaver());
    assertEquals(new JsonObject(menus()), kept());
  }

  @Test
  void whatNaverRefusesIsToldAndNotKept() {
    put(menus(TEXT)).statusCode(200);
    faults(Map.of("resultCode", "02", "resultMessage", "필수값 누락"));

    put(menus())
        .statusCode(502)
        .body("code", equalTo("NAVER_REFUSED"))
        .body("detail", containsString("02 필수값 누락"));
    assertEquals(new JsonObject(menus(TEXT)), kept());

    faults(Map.of("answer", "html"));
    put(menus()).statusCode(502).body("code", equalTo("NAVER_UNREACHABLE"));
    assertEquals(new JsonObject(menus(TEXT)), kept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                           | menus
          {'menus':null}                                                               | menus
          {'menus':[],'menu':[]}                                                       | menu
          {'menus':[null]}                                                             | menus[0]
          {'menus':[{'type':'TEXT'}]}                                                  | menus[0].data
          {'menus':[{'data':{'title':'a','code':'b'}}]}                                | menus[0].type
          {'menus':[{'type':'PAY','data':{}}]}                                         | menus[0].type
          {'menus':[{'type':'TEXT','data':{'code':'b'}}]}                              | menus[0].data.title
          {'menus':[{'type':'TEXT','data':{'title':'123456789012345678901','code':'b'}}]} | menus[0].data.title
          {'menus':[{'type':'TEXT','data':{'title':'a'}}]}                             | menus[0].data.code
          {'menus':[{'type':'TEXT','data':{'title':'a','code':'b','color':'c'}}]}      | menus[0].data.color
          {'menus':[{'type':'LINK','data':{'title':'a'}}]}                             | menus[0].data.url
          {'menus':[{'type':'NESTED','data':{'title':'a'}}]}                           | menus[0].data.menus
          {'menus':[{'type':'NESTED','data':{'title':'a','menus':[]}}]}                | menus[0].data.menus
          {'menus':[{'type':'NESTED','data':{'title':'a','menus':[{'type':'LINK','data':{'title':'a','url':''}}]}}]} | menus[0].data.menus[0].data.url
          """)
  void whatDoesNotFitNamesTheField(String body, String field) {
    invalid(put(body), field);
  }

  @Test
  void aMenuHasFourItemsAndThreeLevels() {
    put(menus(TEXT, TEXT, TEXT, TEXT)).statusCode(200);
    invalid(put(menus(TEXT, TEXT, TEXT, TEXT, TEXT)), "menus");
    put(menus(TEXT, nested(nested(TEXT)))).statusCode(200);
    invalid(
        put(menus(TEXT, nested(nested(nested(TEXT))))),
        "menus[1].data.menus[0].data.menus[0].data.menus");
    String code = "c".repeat(1_000);
    put(menus(TEXT.replace("'b'", "'" + code + "'"))).statusCode(200);
    invalid(put(menus(TEXT.replace("'b'", "'" + code + "c'"))), "menus[0].data.code");
  }

  @Test
  void aBodyOfNothingButNestingIsRefusedLikeAnyOther() {
    String deep = TEXT;
    for (int i = 0; i < 300; i++) {
      deep = nested(deep);
    }

    invalid(put(menus(deep)), "body");
  }

  @Test
  void onlyManagersSetItAndOnlyOfApprovedLinks() {
    shop.as("agent").get(MENU, link).then().statusCode(403);
    shop.as("agent").body(json(menus())).put(MENU, link).then().statusCode(403);
    Shop other = Shop.open();
    other.as("manager").get(MENU, link).then().statusCode(404);
    other.as("manager").body(json(menus())).put(MENU, link).then().statusCode(404);
    String draft = other.createLink();
    other
        .as("manager")
        .header("Accept-Language", "en")
        .body(json(menus()))
        .put(MENU, draft)
        .then()
        .statusCode(409)
        .body("code", equalTo("LINK_STATE"))
        .body("detail", containsString("DRAFT"));
    other.as("manager").get(MENU, draft).then().statusCode(200).body("menus", equalTo(List.of()));
  }

  private ValidatableResponse put(String menu) {
    return shop.as("manager").body(json(menu)).put(MENU, link).then();
  }

  private JsonObject kept() {
    return new JsonObject(shop.as("manager").get(MENU, link).then().extract().asString());
  }

  private JsonArray atNaver() {
    String account =
        RestAssured.get("/simulator/api/accounts/{id}", shop.accountId())
            .then()
            .extract()
            .asString();
    return new JsonObject(account).getJsonArray("menuContent");
  }

  private void faults(Map<String, ?> faults) {
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }

  private static String menus(String... items) {
    return json("{'menus':[" + String.join(",", items) + "]}");
  }

  private static String nested(String item) {
    return "{'type':'NESTED','data':{'title':'n','menus':[" + item + "]}}";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
