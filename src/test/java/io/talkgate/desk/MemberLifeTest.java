package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.Browser;
import io.talkgate.testing.Shop;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.Together;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4 §1: what becomes of members after they were created. */
@QuarkusTest
class MemberLifeTest {
  private static final String MEMBER = "/api/v1/members/{id}";
  private static final String BRANDS = "/api/v1/brands";
  private static final String NEW_PASSWORD = "another password";

  @Test
  void anOwnerChangesNameAndRoleWhichHoldAtOnce() {
    TestBrand brand = TestBrand.with("owner", "agent");
    Browser browser = Browser.loggedIn("agent-" + brand.id(), TestBrand.PASSWORD);
    String id = idOf(brand, "agent");
    brand.as("agent").get("/api/v1/members").then().statusCode(403);

    patch(brand.as("owner"), id, Map.of("name", "Lee", "role", "owner"))
        .statusCode(200)
        .body("name", equalTo("Lee"))
        .body("role", equalTo("owner"))
        .body("disabled", equalTo(false));

    brand.as("agent").get("/api/v1/members").then().statusCode(200);
    browser.call().get("/api/v1/members").then().statusCode(200);
    brand.as("owner").get(MEMBER, id).then().statusCode(200).body("role", equalTo("owner"));
  }

  @Test
  void whoIsDisabledIsOutAtOnceUntilEnabledAgain() {
    TestBrand brand = TestBrand.with("owner", "agent");
    brand.as("agent").get(BRANDS).then().statusCode(200);
    Browser browser = Browser.loggedIn("agent-" + brand.id(), TestBrand.PASSWORD);
    String id = idOf(brand, "agent");

    patch(brand.as("owner"), id, Map.of("disabled", true))
        .statusCode(200)
        .body("disabled", equalTo(true));

    brand.as("agent").get(BRANDS).then().statusCode(401);
    browser.call().get(BRANDS).then().statusCode(401);
    new Browser().logIn("agent-" + brand.id(), TestBrand.PASSWORD).then().statusCode(401);

    patch(brand.as("owner"), id, Map.of("disabled", false)).statusCode(200);
    brand.as("agent").get(BRANDS).then().statusCode(200);
    browser.call().get(BRANDS).then().statusCode(401);
  }

  @Test
  void aNewPasswordEndsWhatTheOldOneOpened() {
    TestBrand brand = TestBrand.with("owner", "agent");
    brand.as("agent").get(BRANDS).then().statusCode(200);
    Browser browser = Browser.loggedIn("agent-" + brand.id(), TestBrand.PASSWORD);

    reset(brand.as("owner"), idOf(brand, "agent"), NEW_PASSWORD).statusCode(200);

    brand.as("agent").get(BRANDS).then().statusCode(401);
    browser.call().get(BRANDS).then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("agent-" + brand.id(), NEW_PASSWORD)
        .get(BRANDS)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "", "AGENT-"})
  void aPasswordHasToFit(String password) {
    TestBrand brand = TestBrand.with("owner", "agent");
    String given =
        password.equals("AGENT-") ? ("AGENT-" + brand.id()).toUpperCase(Locale.ROOT) : password;

    reset(brand.as("owner"), idOf(brand, "agent"), given)
        .statusCode(400)
        .body("errors.field", contains("password"));
  }

  @Test
  void aNewMembersPasswordIsNotTheUserName() {
    TestBrand brand = TestBrand.with("owner");
    String username = "minji-" + UUID.randomUUID();

    brand
        .as("owner")
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "brandId",
                brand.id(),
                "username",
                username,
                "name",
                "Kim",
                "role",
                "agent",
                "password",
                username))
        .post("/api/v1/members")
        .then()
        .statusCode(400)
        .body("errors.field", contains("password"));
  }

  @ParameterizedTest
  @CsvSource({"name, ' '", "role, operator", "role, AGENT", "disabled, no", "username, other"})
  void whatDoesNotFitIsRefused(String field, String value) {
    TestBrand brand = TestBrand.with("owner", "agent");

    patch(brand.as("owner"), idOf(brand, "agent"), Map.of(field, value))
        .statusCode(400)
        .body("errors.field", contains(field));
  }

  @ParameterizedTest
  @CsvSource({"role, agent", "disabled, true"})
  void theLastOwnerStays(String field, String value) {
    TestBrand brand = TestBrand.with("owner", "agent");
    String id = idOf(brand, "owner");
    Map<String, Object> change = Map.of(field, value.equals("true") ? (Object) true : value);

    patch(brand.as("owner"), id, change).statusCode(409).body("code", equalTo("LAST_OWNER"));
    patch(TestBrand.operator(), id, change).statusCode(409);

    patch(brand.as("owner"), idOf(brand, "agent"), Map.of("role", "owner")).statusCode(200);
    patch(TestBrand.operator(), id, change).statusCode(200);
  }

  @Test
  void aDisabledOwnerIsNoOtherOwner() {
    TestBrand brand = TestBrand.with("owner", "agent");
    String other = idOf(brand, "agent");
    patch(brand.as("owner"), other, Map.of("role", "owner", "disabled", true)).statusCode(200);

    patch(brand.as("owner"), idOf(brand, "owner"), Map.of("role", "agent")).statusCode(409);
  }

  @Test
  void ofTwoOwnersWhoRemoveEachOtherOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestBrand brand = TestBrand.with("owner", "agent");
      String first = idOf(brand, "owner");
      String second = idOf(brand, "agent");
      patch(brand.as("owner"), second, Map.of("role", "owner")).statusCode(200);

      List<Integer> answers =
          Together.call(
              () -> status(TestBrand.operator(), second, Map.of("disabled", true)),
              () -> status(TestBrand.operator(), first, Map.of("role", "agent")));

      assertThat(answers, containsInAnyOrder(200, 409));
    }
  }

  @Test
  void theLastOperatorStays() {
    String operator =
        TestBrand.operator()
            .queryParam("limit", 6)
            .get("/api/v1/members")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.role == 'operator' }.id");

    patch(TestBrand.operator(), operator, Map.of("disabled", true)).statusCode(409);
    patch(TestBrand.operator(), operator, Map.of("role", "owner")).statusCode(400);
  }

  @Test
  void anotherBrandsMemberIsNotFound() {
    TestBrand brand = TestBrand.with("owner");
    TestBrand other = TestBrand.with("agent", "owner");
    String id = idOf(other, "agent");

    brand.as("owner").get(MEMBER, id).then().statusCode(404);
    patch(brand.as("owner"), id, Map.of("name", "Mine")).statusCode(404);
    reset(brand.as("owner"), id, NEW_PASSWORD).statusCode(404);
    other.as("agent").get(BRANDS).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observer", "agent", "manager"})
  void membersBelowOwnersAreForbidden(String role) {
    TestBrand brand = TestBrand.with("owner", role);
    String id = idOf(brand, role);

    brand.as(role).get(MEMBER, id).then().statusCode(403);
    patch(brand.as(role), id, Map.of("role", "owner")).statusCode(403);
    reset(brand.as(role), id, NEW_PASSWORD).statusCode(403);
  }

  @Test
  void nobodyIsAssignedToWhoCannotLogIn() {
    Shop shop = Shop.open();
    shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    String consultation = shop.newestConsultation();
    String agent = shop.memberId("agent");
    patch(shop.as("owner"), agent, Map.of("disabled", true)).statusCode(200);

    shop.as("manager")
        .body(Map.of("assigneeId", agent))
        .post("/api/v1/consultations/{id}/assign", consultation)
        .then()
        .statusCode(400)
        .body("errors.field", contains("assigneeId"));
  }

  @Test
  void whatWasDoneIsWrittenDown() {
    TestBrand brand = TestBrand.with("owner", "agent");
    String id = idOf(brand, "agent");
    patch(brand.as("owner"), id, Map.of("role", "manager", "disabled", true)).statusCode(200);
    reset(brand.as("owner"), id, NEW_PASSWORD).statusCode(200);

    brand
        .as("owner")
        .get("/api/v1/audit")
        .then()
        .statusCode(200)
        .body("items.action", hasItems("MEMBER_CHANGED", "MEMBER_PASSWORD_RESET"))
        .body(
            "items.find { it.action == 'MEMBER_CHANGED' }.details",
            equalTo(Map.of("role", "agent -> manager", "disabled", "true")));
  }

  private static String idOf(TestBrand brand, String role) {
    return brand
        .as("owner")
        .get("/api/v1/members")
        .then()
        .extract()
        .path("items.find { it.username == '" + role + "-" + brand.id() + "' }.id");
  }

  private static int status(RequestSpecification caller, String id, Map<String, ?> change) {
    return patch(caller, id, change).extract().statusCode();
  }

  private static ValidatableResponse patch(
      RequestSpecification caller, String id, Map<String, ?> change) {
    return caller.contentType(ContentType.JSON).body(change).patch(MEMBER, id).then();
  }

  private static ValidatableResponse reset(
      RequestSpecification caller, String id, String password) {
    return caller
        .contentType(ContentType.JSON)
        .body(Map.of("password", password))
        .post(MEMBER + "/password", id)
        .then();
  }
}
