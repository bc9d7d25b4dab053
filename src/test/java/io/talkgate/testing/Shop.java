package io.talkgate.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * A brand of its own for one test, with members of every role, an account at the simulated NAVER,
 * and a link to it. All through HTTP, as its users would.
 */
public final class Shop {
  /** Everybody's password. */
  public static final String PASSWORD = "correct horse battery";

  private final String suffix = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  private final String brandId;
  private final String accountId = "w" + suffix;
  private final String sendApiKey = "key-" + suffix + "-secret";
  private boolean hasAccount;

  private Shop() {
    brandId =
        operator()
            .body(Map.of("name", "shop " + suffix))
            .post("/api/v1/brands")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (String role : new String[] {"owner", "manager", "agent", "observer"}) {
      operator()
          .body(
              Map.of(
                  "brandId",
                  brandId,
                  "username",
                  role + suffix,
                  "name",
                  role + " " + suffix,
                  "role",
                  role,
                  "password",
                  PASSWORD))
          .post("/api/v1/members")
          .then()
          .statusCode(201);
    }
  }

  /** A brand with members and nothing else. */
  public static Shop open() {
    return new Shop();
  }

  /** The brand's id. */
  public String brandId() {
    return brandId;
  }

  /** The TalkTalk account's id. */
  public String accountId() {
    return accountId;
  }

  /** The send-API key, which no answer may show. */
  public String sendApiKey() {
    return sendApiKey;
  }

  /** A call as the platform's operator. */
  public static RequestSpecification operator() {
    return as("operator", "talkgate");
  }

  /** A call as the brand's member of this role. */
  public RequestSpecification as(String role) {
    return as(username(role), PASSWORD);
  }

  /** The user name of the brand's member of this role. */
  public String username(String role) {
    return role + suffix;
  }

  /** The member's id of this role. */
  public String memberId(String role) {
    return as("owner")
        .get("/api/v1/members")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.role == '" + role + "' }.id");
  }

  /** Creates a link in DRAFT; its account is known to the simulated NAVER. */
  public String createLink() {
    openAccount();
    return as("manager")
        .body(
            Map.of(
                "brandId",
                brandId,
                "accountId",
                accountId,
                "sendApiKey",
                sendApiKey,
                "name",
                "main"))
        .post("/api/v1/links")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /**
   * Requests approval and registers the webhook URL at the simulated Partner Center; answers with
   * the URL.
   */
  public String requestApproval(String linkId) {
    String webhookUrl =
        as("manager")
            .post("/api/v1/links/{id}/approval-request", linkId)
            .then()
            .statusCode(200)
            .extract()
            .path("webhookUrl");
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("webhookUrl", webhookUrl))
        .patch("/simulator/api/accounts/{id}", accountId)
        .then()
        .statusCode(200);
    return webhookUrl;
  }

  /** Approves a link as the operator. */
  public void approve(String linkId) {
    operator().post("/api/v1/links/{id}/approve", linkId).then().statusCode(200);
  }

  /**
   * The account at the simulated NAVER. It has to be there before its key is saved: keys are
   * checked every two seconds, and one that is refused stops its link.
   */
  private void openAccount() {
    if (hasAccount) {
      return;
    }
    hasAccount = true;
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("accountId", accountId, "sendApiKey", sendApiKey))
        .post("/simulator/api/accounts")
        .then()
        .statusCode(201);
  }

  /** An approved link, registered at the simulated Partner Center. */
  public String approvedLink() {
    String linkId = createLink();
    requestApproval(linkId);
    approve(linkId);
    return linkId;
  }

  /** A customer at the simulated NAVER. */
  public String customer() {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "customer"))
        .post("/simulator/api/accounts/{id}/customers", accountId)
        .then()
        .statusCode(201)
        .extract()
        .path("user");
  }

  /** Lets a customer do something; the answer tells what NAVER's webhook call came to. */
  public Response event(String user, Map<String, ?> event) {
    return given()
        .contentType(ContentType.JSON)
        .body(event)
        .post("/simulator/api/accounts/{id}/customers/{user}/events", accountId, user);
  }

  /** Lets a customer write something. */
  public void writes(String user, String text) {
    event(user, Map.of("event", "send", "textContent", Map.of("text", text, "inputType", "typing")))
        .then()
        .statusCode(200)
        .body("status", equalTo(200));
  }

  /** The id of the newest consultation of the brand. */
  public String newestConsultation() {
    return as("agent")
        .get("/api/v1/consultations")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].id");
  }

  private static RequestSpecification as(String username, String password) {
    return given().auth().preemptive().basic(username, password).contentType(ContentType.JSON);
  }
}
