package io.talkgate.rules.templates;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8, 5. */
@QuarkusTest
class TemplatesTest {
  private static final String TEMPLATES = "/api/v1/templates";

  private Shop shop;

  @BeforeEach
  void aShop() {
    shop = Shop.open();
  }

  @Test
  void theBrandsAreEverybodysAndPersonalOnesTheirOwners() {
    create("manager", false, "hi").statusCode(201).body("personal", equalTo(false));
    create("agent", true, "hi").statusCode(201).body("personal", equalTo(true));

    shop.as("agent").get(TEMPLATES).then().body("items", hasSize(2));
    shop.as("manager").get(TEMPLATES).then().body("items", hasSize(1));
    Shop.open().as("agent").get(TEMPLATES).then().body("items", hasSize(0));
  }

  @Test
  void agentsChangeTheirOwnOnly() {
    create("agent", false, "hi").statusCode(403);
    String brands = create("manager", false, "hi").extract().path("id");
    String own = create("agent", true, "ho").extract().path("id");

    shop.as("agent")
        .body(template("x", false))
        .put(TEMPLATES + "/" + brands)
        .then()
        .statusCode(403);
    shop.as("agent").delete(TEMPLATES + "/" + brands).then().statusCode(403);
    shop.as("manager").delete(TEMPLATES + "/" + own).then().statusCode(404);
    shop.as("agent")
        .body(template("hey", true))
        .put(TEMPLATES + "/" + own)
        .then()
        .statusCode(200)
        .body("shortcut", equalTo("hey"));
    shop.as("agent").delete(TEMPLATES + "/" + own).then().statusCode(200);
    shop.as("agent").get(TEMPLATES + "/" + own).then().statusCode(404);
  }

  @Test
  void aShortcutIsTakenWhateverItsCase() {
    create("manager", false, "Hi").statusCode(201);
    create("manager", false, "hI").statusCode(409).body("code", equalTo("SHORTCUT_TAKEN"));
    create("manager", false, "h i").statusCode(400).body("errors[0].field", equalTo("shortcut"));
  }

  @Test
  void variablesAreFilledForWhoeverAsks() {
    String id = create("manager", false, "hi").extract().path("id");

    shop.as("agent")
        .get(TEMPLATES + "/" + id + "/filled")
        .then()
        .statusCode(200)
        .body("text", startsWith("shop "))
        .body("text", endsWith(" by agent " + suffix()));
  }

  @Test
  void aKindIsWantedWhereTheBrandSaysSo() {
    shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    String id = shop.newestConsultation();
    Map<String, Object> delivery =
        Map.of("name", "delivery", "children", List.of(Map.of("name", "late")));
    shop.as("manager")
        .body(Map.of("required", true, "categories", List.of(delivery, Map.of("name", "other"))))
        .put("/api/v1/categories")
        .then()
        .statusCode(200)
        .body("categories.name", containsInAnyOrder("delivery", "other"));

    close(id, null).statusCode(400).body("errors[0].field", equalTo("category"));
    close(id, "delivery").statusCode(400).body("errors[0].field", equalTo("category"));
    close(id, "delivery/late").statusCode(200).body("category", equalTo("delivery/late"));
  }

  @Test
  void kindsHaveTheirNamesOnce() {
    shop.as("manager")
        .body(
            Map.of(
                "required", false, "categories", List.of(Map.of("name", "a"), Map.of("name", "a"))))
        .put("/api/v1/categories")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("categories"));
    shop.as("agent")
        .body(Map.of("required", false, "categories", List.of()))
        .put("/api/v1/categories")
        .then()
        .statusCode(403);
  }

  @Test
  void gradesAndMentionsAreSeenByOthers() {
    shop.approvedLink();
    shop.writes(shop.customer(), "hello");
    String id = shop.newestConsultation();
    String customer =
        shop.as("agent").get("/api/v1/consultations/{id}", id).jsonPath().getString("customer.id");
    shop.as("agent")
        .body(Map.of("grade", "VIP"))
        .put("/api/v1/customers/{id}/grade", customer)
        .then()
        .statusCode(200);
    shop.as("observer")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("customer.grade", equalTo("VIP"));

    note(id, shop.memberId("manager")).statusCode(201);
    note(id, Shop.open().memberId("manager"))
        .statusCode(400)
        .body("errors[0].field", equalTo("mentions[0]"));
    shop.as("manager")
        .get("/api/v1/mentions")
        .then()
        .body("items.consultationId", equalTo(List.of(id)));
    shop.as("agent").get("/api/v1/mentions").then().body("items", hasSize(0));
  }

  private ValidatableResponse note(String id, String mention) {
    return shop.as("agent")
        .body(Map.of("text", "look", "mentions", List.of(mention)))
        .post("/api/v1/consultations/{id}/notes", id)
        .then();
  }

  private ValidatableResponse close(String id, @Nullable String category) {
    Map<String, Object> body = new HashMap<>();
    body.put("category", category);
    return shop.as("agent").body(body).post("/api/v1/consultations/{id}/close", id).then();
  }

  private ValidatableResponse create(String role, boolean personal, String shortcut) {
    return shop.as(role).body(template(shortcut, personal)).post(TEMPLATES).then();
  }

  private static Map<String, Object> template(String shortcut, boolean personal) {
    return Map.of(
        "title",
        "greeting",
        "text",
        "{brand} by {counselor}",
        "shortcut",
        shortcut,
        "personal",
        personal);
  }

  private String suffix() {
    return shop.accountId().substring(1);
  }
}
