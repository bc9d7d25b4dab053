package io.talkgate.desk;

import static io.talkgate.desk.LinkCalls.KEY;
import static io.talkgate.desk.LinkCalls.LINKS;
import static io.talkgate.desk.LinkCalls.account;
import static io.talkgate.desk.LinkCalls.call;
import static io.talkgate.desk.LinkCalls.caller;
import static io.talkgate.desk.LinkCalls.change;
import static io.talkgate.desk.LinkCalls.draft;
import static io.talkgate.desk.LinkCalls.link;
import static io.talkgate.desk.LinkCalls.newLink;
import static io.talkgate.desk.LinkCalls.pending;
import static io.talkgate.desk.LinkCalls.show;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.talkgate.testing.TestBrand;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees and may what of {@code /links} (contract §3 and §4), and what is refused. */
@QuarkusTest
class LinkAccessTest {

  @Test
  void theWebhookUrlIsShownToManagersAndOwnersOnly() {
    TestBrand brand = TestBrand.with("observer", "agent", "manager", "owner");
    String id = pending(brand, account());

    show(brand.as("manager"), id).body("webhookUrl", notNullValue());
    show(brand.as("owner"), id).body("webhookUrl", notNullValue());
    show(brand.as("observer"), id).body("webhookUrl", nullValue()).body("chatUrl", notNullValue());
    show(brand.as("agent"), id).body("webhookUrl", nullValue());
    show(TestBrand.operator(), id).body("webhookUrl", nullValue());
    brand.as("owner").get(LINKS).then().body("items.webhookUrl", contains(notNullValue()));
    brand.as("agent").get(LINKS).then().body(not(containsString("/webhooks/talktalk/")));
  }

  @Test
  void anotherBrandsLinkIsNotFound() {
    TestBrand brand = TestBrand.with("manager");
    TestBrand other = TestBrand.with("manager", "owner");
    String id = pending(brand, account());

    show(other.as("manager"), id).statusCode(404).body("code", equalTo("NOT_FOUND"));
    change(other.as("manager"), id, Map.of("name", "mine")).statusCode(404);
    call(other.as("manager"), id, "approval-request").statusCode(404);
    call(other.as("manager"), id, "webhook-url").statusCode(404);
    call(other.as("owner"), id, "revoke").statusCode(404);
    newLink(other.as("manager"), brand.id(), account()).statusCode(404);
    other.as("manager").get(LINKS).then().body("items.id", not(hasItem(id)));
    show(brand.as("manager"), id).body("status", equalTo("PENDING"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-uuid", "01900000-0000-7000-8000-00000000dead"})
  void anUnknownIdIsNotFound(String id) {
    show(TestBrand.operator(), id).statusCode(404).body("code", equalTo("NOT_FOUND"));
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
    newLink(caller(brand, role), UUID.randomUUID(), account()).statusCode(change);
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
        newLink(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account)
            .statusCode(201)
            .extract()
            .path("id");
    newLink(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account)
        .statusCode(201)
        .body("id", equalTo(first));
    newLink(brand.as("manager").header("Idempotency-Key", "k"), brand.id(), account())
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
}
