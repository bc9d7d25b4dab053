package io.talkgate.desk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue "who may what", 7: who did what, when and from where. */
@QuarkusTest
class AuditTest {
  private static final String AUDIT = "/api/v1/audit";

  private Shop shop;

  @BeforeEach
  void aBrand() {
    shop = Shop.open();
  }

  @Test
  void aLinksWholeLifeIsWrittenDown() {
    String link = shop.createLink();
    shop.as("manager").body(Map.of("name", "new")).patch("/api/v1/links/{id}", link);
    shop.requestApproval(link);
    Shop.operator()
        .body(Map.of("reason", "no such shop"))
        .post("/api/v1/links/{id}/reject", link)
        .then()
        .statusCode(200);
    shop.as("manager").post("/api/v1/links/{id}/approval-request", link);
    shop.approve(link);
    shop.as("manager")
        .body(Map.of("revokeOld", true))
        .post("/api/v1/links/{id}/webhook-url", link)
        .then()
        .statusCode(200);
    shop.as("manager")
        .body(Map.of("delivery", Map.of("notification", true, "readBySend", false)))
        .put("/api/v1/links/{id}/settings", link)
        .then()
        .statusCode(200);
    shop.as("manager")
        .body(Map.of("menus", List.of()))
        .put("/api/v1/links/{id}/persistent-menu", link)
        .then()
        .statusCode(200);
    shop.as("owner").post("/api/v1/links/{id}/revoke", link).then().statusCode(200);

    list(shop.as("manager").queryParam("subject", link))
        .body(
            "items.action",
            contains(
                "LINK_REVOKED",
                "LINK_MENU_CHANGED",
                "LINK_SETTINGS_CHANGED",
                "LINK_WEBHOOK_URL_RENEWED",
                "LINK_APPROVED",
                "LINK_APPROVAL_REQUESTED",
                "LINK_REJECTED",
                "LINK_APPROVAL_REQUESTED",
                "LINK_CHANGED",
                "LINK_CREATED"))
        .body("items.subject.id", everyItem(equalTo(link)))
        .body("items.subject.type", everyItem(equalTo("LINK")))
        .body("items.brandId", everyItem(equalTo(shop.brandId())))
        .body("items.at", everyItem(notNullValue()))
        .body("items.address", everyItem(equalTo("127.0.0.1")))
        .body("items[0].actor.id", equalTo(shop.memberId("owner")))
        .body("items[0].actor.role", equalTo("owner"))
        .body("items[3].details.revokeOld", equalTo("true"))
        .body("items[4].actor.role", equalTo("operator"))
        .body("items[6].details.reason", equalTo("no such shop"))
        .body("items[8].details.fields", equalTo("name"));
  }

  @Test
  void whatIsRefusedIsNotWrittenDown() {
    String link = shop.createLink();

    shop.as("agent").post("/api/v1/links/{id}/revoke", link).then().statusCode(403);
    Shop.operator().post("/api/v1/links/{id}/approve", link).then().statusCode(409);
    shop.as("manager")
        .body(Map.of("accountId", ""))
        .patch("/api/v1/links/{id}", link)
        .then()
        .statusCode(400);

    list(shop.as("manager").queryParam("subject", link))
        .body("items.action", contains("LINK_CREATED"));
  }

  @Test
  void brandsAndMembersAreWrittenDownForTheBrandAndForOperators() {
    list(shop.as("owner").queryParam("action", "MEMBER_CREATED,BRAND_CREATED"))
        .body(
            "items.action",
            contains(
                "MEMBER_CREATED",
                "MEMBER_CREATED",
                "MEMBER_CREATED",
                "MEMBER_CREATED",
                "BRAND_CREATED"))
        .body("items[0].details.role", equalTo("observer"))
        .body("items[0].details.username", containsString("observer"));
    list(Shop.operator().queryParam("subject", shop.brandId()))
        .body("items.action", contains("BRAND_CREATED"))
        .body("items.actor.role", contains("operator"));
  }

  @Test
  void readingAPersonsDataIsWrittenDown() {
    String id = customer();
    String path = "/api/v1/customers/{id}";
    shop.as("agent").get(path, id).then().statusCode(200);
    shop.as("agent").post(path + "/block", id).then().statusCode(200);
    shop.as("agent").post(path + "/unblock", id).then().statusCode(200);
    shop.as("manager").delete(path + "/profile", id).then().statusCode(200);

    list(shop.as("manager").queryParam("subject", id))
        .body(
            "items.action",
            contains(
                "CUSTOMER_PROFILE_ERASED",
                "CUSTOMER_UNBLOCKED",
                "CUSTOMER_BLOCKED",
                "CUSTOMER_READ"));
  }

  @Test
  void entriesAreFoundByTimeActorAndAction() {
    String before = "2000-01-01T00:00:00Z";
    String after = "2100-01-01T00:00:00Z";
    String link = shop.approvedLink();

    list(shop.as("manager").queryParam("actor", shop.memberId("manager")))
        .body("items.action", contains("LINK_APPROVAL_REQUESTED", "LINK_CREATED"));
    list(shop.as("manager").queryParam("action", "LINK_APPROVED"))
        .body("items.subject.id", contains(link));
    list(shop.as("manager").queryParam("from", after)).body("items", empty());
    list(shop.as("manager").queryParam("to", before)).body("items", empty());
    list(shop.as("manager").queryParam("from", before).queryParam("to", after))
        .body("items", hasSize(8));
  }

  @Test
  void theListHasParts() {
    shop.approvedLink();

    String next =
        list(shop.as("manager").queryParam("limit", 5))
            .body("items", hasSize(5))
            .body("items[0].action", equalTo("LINK_APPROVED"))
            .extract()
            .path("nextCursor");

    list(shop.as("manager").queryParam("limit", 5).queryParam("cursor", next))
        .body("items", hasSize(3))
        .body("items[2].action", equalTo("BRAND_CREATED"))
        .body("nextCursor", nullValue());
  }

  @Test
  void nobodySeesAnotherBrandsEntriesAndOperatorsNoneOfMembers() {
    String id = customer();
    shop.as("agent").get("/api/v1/customers/{id}", id).then().statusCode(200);

    list(Shop.open().as("owner").queryParam("subject", id)).body("items", empty());
    list(Shop.operator().queryParam("subject", id)).body("items", empty());
    list(Shop.operator()).body("items.actor.role", everyItem(equalTo("operator")));
    list(shop.as("owner")).body("items.action", hasItem("CUSTOMER_READ"));
  }

  @ParameterizedTest
  @CsvSource({"observer, 403", "agent, 403", "manager, 200", "owner, 200"})
  void managersAndOwnersMay(String role, int status) {
    shop.as(role).get(AUDIT).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"from, now", "to, now", "actor, me", "action, LINK_EATEN", "subject, all"})
  void whatDoesNotFitIsRefused(String name, String value) {
    WrittenConsultation.invalid(shop.as("manager").queryParam(name, value).get(AUDIT).then(), name);
  }

  @Test
  void noSecretIsWrittenDown() {
    String link = shop.createLink();
    shop.as("manager")
        .body(Map.of("sendApiKey", "another-secret-key"))
        .patch("/api/v1/links/{id}", link)
        .then()
        .statusCode(200);
    String webhook = shop.requestApproval(link);

    String all = list(shop.as("manager")).extract().asString();

    assertThat(all, not(containsString("another-secret-key")));
    assertThat(all, not(containsString(shop.sendApiKey())));
    assertThat(all, not(containsString(webhook.substring(webhook.lastIndexOf('/')))));
  }

  private String customer() {
    shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    return shop.as("agent")
        .get("/api/v1/consultations/{id}", shop.newestConsultation())
        .path("customer.id");
  }

  private static ValidatableResponse list(RequestSpecification caller) {
    return caller.get(AUDIT).then().statusCode(200);
  }
}
