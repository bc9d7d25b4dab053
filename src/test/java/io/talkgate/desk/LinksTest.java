package io.talkgate.desk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /links} of contract §1 and §3. */
@QuarkusTest
class LinksTest {
  private static final String LINKS = "/api/v1/links";
  private static final String KEY = "ct_wc8b1i_very-secret";

  @Test
  void aNewLinkIsADraftThatHidesItsKey() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();

    create(brand.as("manager"), brand.id(), account)
        .statusCode(201)
        .body("brandId", equalTo(brand.id().toString()))
        .body("accountId", equalTo(account))
        .body("status", equalTo("DRAFT"))
        .body("sendApiKeyHint", equalTo("cret"))
        .body("brandKey", nullValue())
        .body("chatUrl", nullValue())
        .body("webhookUrl", nullValue())
        .body(not(containsString(KEY)));
  }

  @Test
  void theFirstApprovalRequestMakesKeyAndUrlsOnce() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();
    String id = draft(brand, account);

    var first =
        call(brand.as("manager"), id, "approval-request")
            .statusCode(200)
            .body("status", equalTo("PENDING"))
            .body("brandKey", matchesRegex("bk_[A-Za-z0-9_-]{22}"))
            .body("chatUrl", equalTo("https://talk.naver.com/" + account))
            .body(
                "webhookUrl",
                matchesRegex(
                    "http://localhost:"
                        + RestAssured.port
                        + "/webhooks/talktalk/[A-Za-z0-9_-]{43}"))
            .body("requestedAt", notNullValue())
            .extract();
    reject(id).statusCode(200);
    call(brand.as("manager"), id, "approval-request")
        .statusCode(200)
        .body("brandKey", equalTo(first.path("brandKey")))
        .body("webhookUrl", equalTo(first.path("webhookUrl")));
  }

  @Test
  void aRejectionTellsItsReasonUntilTheNextRequest() {
    TestBrand brand = TestBrand.with("manager", "observer");
    String id = pending(brand, account());

    reject(id)
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("rejectedReason", equalTo("not yours"))
        .body("decidedAt", notNullValue());
    get(brand.as("observer"), id).body("rejectedReason", equalTo("not yours"));
    call(brand.as("manager"), id, "approval-request").body("rejectedReason", nullValue());
  }

  @Test
  void theWebhookUrlIsShownToManagersAndOwnersOnly() {
    TestBrand brand = TestBrand.with("observer", "agent", "manager", "owner");
    String id = pending(brand, account());

    get(brand.as("manager"), id).body("webhookUrl", notNullValue());
    get(brand.as("owner"), id).body("webhookUrl", notNullValue());
    get(brand.as("observer"), id).body("webhookUrl", nullValue()).body("chatUrl", notNullValue());
    get(brand.as("agent"), id).body("webhookUrl", nullValue());
    get(TestBrand.operator(), id).body("webhookUrl", nullValue());
    brand.as("owner").get(LINKS).then().body("items.webhookUrl", contains(notNullValue()));
    brand.as("agent").get(LINKS).then().body(not(containsString("/webhooks/talktalk/")));
  }

  @Test
  void ofOneAccountOneLinkIsApproved() {
    String account = account();
    String first = pending(TestBrand.with("manager"), account);
    TestBrand other = TestBrand.with("manager");
    String second = pending(other, account.toUpperCase(Locale.ROOT));

    approve(first).statusCode(200).body("status", equalTo("APPROVED"));
    approve(second).statusCode(409).body("code", equalTo("ACCOUNT_IN_USE"));
    get(other.as("manager"), second).body("status", equalTo("PENDING"));
  }

  @Test
  void ofTwoApprovalsAtTheSameTimeOneWins() throws Exception {
    for (int i = 0; i < 5; i++) {
      String account = account();
      String first = pending(TestBrand.with("manager"), account);
      String second = pending(TestBrand.with("manager"), account);
      Callable<Integer> one = () -> approve(first).extract().statusCode();
      Callable<Integer> two = () -> approve(second).extract().statusCode();

      List<Integer> answers = Together.call(one, two);

      assertThat(answers, containsInAnyOrder(200, 409));
    }
  }

  @Test
  void anAccountIsFreeAgainAfterTheRevocation() {
    String account = account();
    TestBrand brand = TestBrand.with("manager", "owner");
    String first = pending(brand, account);
    String second = pending(brand, account);
    approve(first).statusCode(200);
    call(brand.as("owner"), first, "revoke").statusCode(200);

    approve(second).statusCode(200);
  }

  @Test
  void aRevokedLinkIsRevokedForGood() {
    TestBrand brand = TestBrand.with("manager", "owner");
    String id = pending(brand, account());

    call(brand.as("owner").header("Accept-Language", "en"), id, "revoke")
        .statusCode(200)
        .body("status", equalTo("REVOKED"))
        .body("webhookUrl", nullValue())
        .body("reminder", containsString("Partner Center"));
    call(brand.as("manager"), id, "approval-request")
        .statusCode(409)
        .body("code", equalTo("LINK_STATE"));
    call(brand.as("owner"), id, "revoke").statusCode(409);
    approve(id).statusCode(409).body("code", equalTo("LINK_STATE"));
    change(brand.as("manager"), id, Map.of("name", "again")).statusCode(409);
    get(brand.as("manager"), id).body("status", equalTo("REVOKED")).body("reminder", nullValue());
  }

  @Test
  void theReminderIsKoreanUnlessAskedOtherwise() {
    TestBrand brand = TestBrand.with("manager", "owner");

    call(brand.as("owner"), draft(brand, account()), "revoke")
        .body("reminder", containsString("\uc57d\uad00"));
  }

  @Test
  void nameAndKeyChangeWhileTheLinkLives() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();
    String id = pending(brand, account);
    approve(id).statusCode(200);

    change(
            brand.as("manager"),
            id,
            Map.of("name", "Main", "sendApiKey", "another-key-9876", "accountId", account))
        .statusCode(200)
        .body("name", equalTo("Main"))
        .body("sendApiKeyHint", equalTo("9876"))
        .body(not(containsString("another-key")));
    get(brand.as("manager"), id).body("name", equalTo("Main"));
  }

  @Test
  void theAccountChangesInDraftAndRejectedOnly() {
    TestBrand brand = TestBrand.with("manager");
    String id = draft(brand, account());
    String account = account();
    Map<String, ?> other = Map.of("accountId", account);

    change(brand.as("manager"), id, other).statusCode(200).body("accountId", equalTo(account));
    call(brand.as("manager"), id, "approval-request").statusCode(200);
    change(brand.as("manager"), id, Map.of("accountId", account()))
        .statusCode(409)
        .body("code", equalTo("LINK_STATE"));
    reject(id).statusCode(200);
    String third = account();
    change(brand.as("manager"), id, Map.of("accountId", third))
        .statusCode(200)
        .body("chatUrl", equalTo("https://talk.naver.com/" + third));
  }

  @Test
  void anotherBrandsLinkIsNotFound() {
    TestBrand brand = TestBrand.with("manager");
    TestBrand other = TestBrand.with("manager", "owner");
    String id = pending(brand, account());

    get(other.as("manager"), id).statusCode(404).body("code", equalTo("NOT_FOUND"));
    change(other.as("manager"), id, Map.of("name", "mine")).statusCode(404);
    call(other.as("manager"), id, "approval-request").statusCode(404);
    call(other.as("manager"), id, "webhook-url").statusCode(404);
    call(other.as("owner"), id, "revoke").statusCode(404);
    create(other.as("manager"), brand.id(), account()).statusCode(404);
    other.as("manager").get(LINKS).then().body("items.id", not(hasItem(id)));
    get(brand.as("manager"), id).body("status", equalTo("PENDING"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-uuid", "01900000-0000-7000-8000-00000000dead"})
  void anUnknownIdIsNotFound(String id) {
    get(TestBrand.operator(), id).statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @ParameterizedTest
  @CsvSource({
    "observer, 403, 403, 403, 403",
    "agent,    403, 403, 403, 403",
    "manager,  404, 403, 403, 404",
    "owner,    404, 403, 404, 404",
    "operator, 403, 404, 403, 403"
  })
  void everybodyMayWhatTheRoleAllows(
      String role, int request, int approve, int revoke, int change) {
    String nothing = UUID.randomUUID().toString();
    TestBrand brand = role.equals("operator") ? TestBrand.with() : TestBrand.with(role);

    call(caller(brand, role), nothing, "approval-request").statusCode(request);
    call(caller(brand, role), nothing, "webhook-url").statusCode(request);
    call(caller(brand, role), nothing, "approve").statusCode(approve);
    caller(brand, role)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "no"))
        .post(LINKS + "/" + nothing + "/reject")
        .then()
        .statusCode(approve);
    call(caller(brand, role), nothing, "revoke").statusCode(revoke);
    change(caller(brand, role), nothing, Map.of("name", "x")).statusCode(change);
    create(caller(brand, role), UUID.randomUUID(), account()).statusCode(change);
    caller(brand, role).get(LINKS).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "accountId, 'a b'",
    "accountId, ''",
    "accountId, \u00e9",
    "sendApiKey, ''",
    "sendApiKey, 'two words'",
    "sendApiKey, \u00e9",
    "name, ''"
  })
  void whatDoesNotFitIsRefusedWithoutTellingTheKey(String field, String value) {
    TestBrand brand = TestBrand.with("manager");
    Map<String, Object> link = new HashMap<>(link(brand.id(), account()));
    link.put(field, value);

    brand
        .as("manager")
        .contentType(ContentType.JSON)
        .body(link)
        .post(LINKS)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION"))
        .body("errors.field", contains(field))
        .body(not(containsString(KEY)));
  }

  @Test
  void anIdempotencyKeyMakesOneLink() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();

    String first =
        create(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account)
            .statusCode(201)
            .extract()
            .path("id");
    create(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account)
        .statusCode(201)
        .body("id", equalTo(first));
    create(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account())
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    brand.as("manager").get(LINKS).then().body("items.id", contains(first));
  }

  @Test
  void linksAreListedOldestFirstInPagesAndByStatus() {
    TestBrand brand = TestBrand.with("manager");
    String first = draft(brand, account());
    String second = pending(brand, account());
    String third = draft(brand, account());

    String next =
        brand
            .as("manager")
            .queryParam("limit", 2)
            .get(LINKS)
            .then()
            .body("items.id", contains(first, second))
            .extract()
            .path("nextCursor");
    brand
        .as("manager")
        .queryParam("cursor", next)
        .get(LINKS)
        .then()
        .body("items.id", contains(third))
        .body("nextCursor", nullValue());
    brand
        .as("manager")
        .queryParam("status", "PENDING")
        .get(LINKS)
        .then()
        .body("items.id", contains(second));
    brand
        .as("manager")
        .queryParam("status", "pending")
        .get(LINKS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("status"));
    TestBrand.operator()
        .queryParam("status", "PENDING")
        .queryParam("limit", 200)
        .get(LINKS)
        .then()
        .body("items.status", not(hasItem("DRAFT")));
  }

  private static RequestSpecification caller(TestBrand brand, String role) {
    return role.equals("operator") ? TestBrand.operator() : brand.as(role);
  }

  private static String draft(TestBrand brand, String account) {
    return create(brand.as("manager"), brand.id(), account).statusCode(201).extract().path("id");
  }

  private static String pending(TestBrand brand, String account) {
    String id = draft(brand, account);
    call(brand.as("manager"), id, "approval-request").statusCode(200);
    return id;
  }

  private static ValidatableResponse approve(String id) {
    return call(TestBrand.operator(), id, "approve");
  }

  private static ValidatableResponse reject(String id) {
    return TestBrand.operator()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "not yours"))
        .post(LINKS + "/" + id + "/reject")
        .then();
  }

  private static ValidatableResponse get(RequestSpecification caller, String id) {
    return caller.get(LINKS + "/" + id).then();
  }

  private static ValidatableResponse call(RequestSpecification caller, String id, String what) {
    return caller.contentType(ContentType.JSON).post(LINKS + "/" + id + "/" + what).then();
  }

  private static ValidatableResponse change(
      RequestSpecification caller, String id, Map<String, ?> change) {
    return caller.contentType(ContentType.JSON).body(change).patch(LINKS + "/" + id).then();
  }

  private static ValidatableResponse create(
      RequestSpecification caller, UUID brandId, String account) {
    return caller.contentType(ContentType.JSON).body(link(brandId, account)).post(LINKS).then();
  }

  private static Map<String, Object> link(UUID brandId, String account) {
    return Map.of("brandId", brandId, "accountId", account, "sendApiKey", KEY);
  }

  private static String account() {
    return "w" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }
}
