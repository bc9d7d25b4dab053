package io.talkgate.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.talkgate.testing.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An issuer that cannot be reached keeps nobody out but those whom it alone knows. */
@QuarkusTest
@TestProfile(IssuerAwayTest.NobodyListens.class)
class IssuerAwayTest {

  /** Nothing listens at port 1. */
  public static final class NobodyListens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/nobody",
          "quarkus.oidc.client-id", "talkgate",
          "quarkus.oidc.credentials.secret", "a secret of the tests");
    }
  }

  @Test
  void theWebhookAndBuiltInMembersGoOn() {
    Shop shop = Shop.open();
    shop.approvedLink();

    shop.writes(shop.customer(), "hello");

    shop.as("agent").get("/api/v1/consultations").then().statusCode(200);
    given().get("/login").then().statusCode(200);
  }

  @Test
  void tokensCannotBeVerifiedForNow() {
    given()
        .auth()
        .oauth2("e30.e30.AA")
        .get("/api/v1/brands")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("code", equalTo("ISSUER_UNAVAILABLE"));
  }

  @Test
  void browsersCannotLogInThereForNow() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get(LoginPaths.ISSUER)
        .then()
        .statusCode(503)
        .body("code", equalTo("ISSUER_UNAVAILABLE"));
  }
}
