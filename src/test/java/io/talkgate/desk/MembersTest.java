package io.talkgate.desk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /brands} and {@code /members} of contract §3. */
@QuarkusTest
class MembersTest {
  private static final String MEMBERS = "/api/v1/members";
  private static final String BRANDS = "/api/v1/brands";

  @Test
  void anOwnerCreatesAMemberOfTheOwnBrandWhoLogsIn() {
    TestBrand brand = TestBrand.with("owner");
    String username = "minji-" + UUID.randomUUID();

    create(brand.as("owner"), member(brand.id(), username, Map.of()))
        .statusCode(201)
        .body("brandId", equalTo(brand.id().toString()))
        .body("username", equalTo(username))
        .body("name", equalTo("Kim Minji"))
        .body("role", equalTo("agent"))
        .body("password", nullValue());

    RestAssured.given()
        .auth()
        .preemptive()
        .basic(username, "12345678")
        .get(BRANDS)
        .then()
        .statusCode(200)
        .body("items.id", contains(brand.id().toString()));
  }

  @Test
  void anotherBrandIsNotFound() {
    TestBrand brand = TestBrand.with("owner");
    TestBrand other = TestBrand.with();

    create(brand.as("owner"), member(other.id(), "x-" + UUID.randomUUID(), Map.of()))
        .statusCode(404);
    create(TestBrand.operator(), member(UUID.randomUUID(), "x-" + UUID.randomUUID(), Map.of()))
        .statusCode(404);
  }

  @Test
  void aUserNameIsTakenOnceOverAllBrands() {
    TestBrand brand = TestBrand.with("owner");
    TestBrand other = TestBrand.with("owner");
    String username = "minji-" + UUID.randomUUID();
    create(other.as("owner"), member(other.id(), username, Map.of())).statusCode(201);

    create(brand.as("owner"), member(brand.id(), username, Map.of()))
        .statusCode(409)
        .body("code", equalTo("USERNAME_TAKEN"));
  }

  @Test
  void ofTwoWithTheSameNameAtTheSameTimeOneIsCreated() throws Exception {
    TestBrand brand = TestBrand.with("owner");
    Map<String, Object> member = member(brand.id(), "minji-" + UUID.randomUUID(), Map.of());
    Callable<Integer> call = () -> create(brand.as("owner"), member).extract().statusCode();

    List<Integer> answers = Together.call(call, call);

    assertThat(answers, containsInAnyOrder(201, 409));
  }

  @Test
  void aRefusedCallLeavesItsIdempotencyKeyFresh() {
    TestBrand brand = TestBrand.with("owner");
    create(withKey(brand), member(brand.id(), "owner-" + brand.id(), Map.of())).statusCode(409);

    create(withKey(brand), member(brand.id(), "minji-" + UUID.randomUUID(), Map.of()))
        .statusCode(201);
  }

  @Test
  void anIdempotencyKeyMakesOneMember() {
    TestBrand brand = TestBrand.with("owner");
    Map<String, Object> member = member(brand.id(), "minji-" + UUID.randomUUID(), Map.of());

    String first = create(withKey(brand), member).statusCode(201).extract().path("id");
    create(withKey(brand), member).statusCode(201).body("id", equalTo(first));
    member.put("name", "Another");
    create(withKey(brand), member).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void anIdempotencyKeyMakesOneBrand() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> brand = Map.of("name", "One " + key);

    String first =
        post(TestBrand.operator().header("Idempotency-Key", key), BRANDS, brand)
            .statusCode(201)
            .extract()
            .path("id");
    post(TestBrand.operator().header("Idempotency-Key", key), BRANDS, brand)
        .statusCode(201)
        .body("id", equalTo(first));
  }

  @ParameterizedTest
  @CsvSource({
    "username, 'with space'",
    "username, a:b",
    "username, ''",
    "name, ' '",
    "role, operator",
    "role, AGENT",
    "password, 1234567",
    "password, 1234567890123456789012345678901234567890123456789012345678901234567890123"
  })
  void whatDoesNotFitIsRefused(String field, String value) {
    TestBrand brand = TestBrand.with("owner");

    create(brand.as("owner"), member(brand.id(), "u" + UUID.randomUUID(), Map.of(field, value)))
        .statusCode(400)
        .body("code", equalTo("VALIDATION"))
        .body("errors.field", contains(field));
  }

  @Test
  void aPasswordsBytesCount() {
    TestBrand brand = TestBrand.with("owner");

    create(
            brand.as("owner"),
            member(brand.id(), "u" + UUID.randomUUID(), Map.of("password", "\uac00".repeat(25))))
        .statusCode(400);
    create(
            brand.as("owner"),
            member(brand.id(), "u" + UUID.randomUUID(), Map.of("password", "\uac00".repeat(24))))
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observer", "agent", "manager"})
  void membersBelowOwnersAreForbidden(String role) {
    TestBrand brand = TestBrand.with(role);

    brand.as(role).get(MEMBERS).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    create(brand.as(role), member(brand.id(), "x", Map.of())).statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observer", "agent", "manager", "owner"})
  void membersCreateNoBrands(String role) {
    post(TestBrand.with(role).as(role), BRANDS, Map.of("name", "Mine")).statusCode(403);
  }

  @Test
  void anOwnerSeesTheOwnBrandsMembersInPages() {
    TestBrand brand = TestBrand.with("owner", "manager", "agent");
    TestBrand.with("owner");

    String next =
        brand
            .as("owner")
            .queryParam("limit", 2)
            .get(MEMBERS)
            .then()
            .statusCode(200)
            .body("items.role", contains("owner", "manager"))
            .extract()
            .path("nextCursor");
    brand
        .as("owner")
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get(MEMBERS)
        .then()
        .statusCode(200)
        .body("items.role", contains("agent"))
        .body("nextCursor", nullValue());
  }

  @Test
  void anOperatorSeesAllBrandsInPagesAndAMemberTheOwnOne() {
    TestBrand brand = TestBrand.with("observer");
    TestBrand other = TestBrand.with();

    List<String> seen = allBrands();

    assertThat(seen, hasItem(brand.id().toString()));
    assertThat(seen, hasItem(other.id().toString()));
    brand
        .as("observer")
        .get(BRANDS)
        .then()
        .body("items", hasSize(1))
        .body("items.id", not(hasItem(other.id().toString())));
  }

  private static List<String> allBrands() {
    List<String> seen = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      RequestSpecification call = TestBrand.operator().queryParam("limit", 3);
      var answer =
          (cursor == null ? call : call.queryParam("cursor", cursor))
              .get(BRANDS)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(answer.<List<String>>path("items.id"));
      cursor = answer.path("nextCursor");
    } while (cursor != null);
    return seen;
  }

  private static RequestSpecification withKey(TestBrand brand) {
    return brand.as("owner").header("Idempotency-Key", "key");
  }

  private static ValidatableResponse create(RequestSpecification caller, Object member) {
    return post(caller, MEMBERS, member);
  }

  private static ValidatableResponse post(RequestSpecification caller, String path, Object body) {
    return caller.contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static Map<String, Object> member(
      UUID brandId, String username, Map<String, Object> others) {
    Map<String, Object> member = new HashMap<>();
    member.put("brandId", brandId);
    member.put("username", username);
    member.put("name", "Kim Minji");
    member.put("role", "agent");
    member.put("password", "12345678");
    member.putAll(others);
    return member;
  }
}
