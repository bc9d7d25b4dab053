package io.talkgate.link.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.link.CanaryToken;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 5.4: the service sees its webhook as NAVER does. */
@QuarkusTest
class CanaryTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject CanaryToken token;
  @Inject Canary canary;
  @Inject PublicUrlChecks checks;
  @Inject HealthWatch watch;

  @BeforeEach
  void learn() {
    token.learn().await().atMost(LIMIT);
  }

  @Test
  void theOwnWebhookIsReachedByThePublicUrl() {
    canary.callNow().await().atMost(LIMIT);
    watch.look().await().atMost(LIMIT);

    Shop shop = Shop.open();
    String link = shop.approvedLink();
    shop.as("observer")
        .get("/api/v1/links/{id}/health", link)
        .then()
        .body("checks[1].name", equalTo("PUBLIC_URL"))
        .body("checks[1].passed", equalTo(true));
    assertEquals(0, checks.latest().failures());
    assertNull(checks.latest().cause());
  }

  @Test
  void itsTokenOpensNothing() {
    String url = token.url().orElseThrow();
    String path = url.substring(url.indexOf("/webhooks"));

    given().body("{\"event\":\"send\",\"user\":\"u\"}").post(path).then().statusCode(200);
    given().get(path).then().statusCode(405);
    given().post(path + "x").then().statusCode(404);
    given().post(path.substring(0, path.length() - 1)).then().statusCode(404);
  }

  @Test
  void twoFailuresPutEveryLinkAtRiskUntilItIsReached() {
    Shop shop = Shop.open();
    String link = shop.approvedLink();
    for (int failure = 0; failure < 2; failure++) {
      checks.failed("CERTIFICATE").await().atMost(LIMIT);
    }
    watch.look().await().atMost(LIMIT);
    shop.as("observer")
        .get("/api/v1/links/{id}/health", link)
        .then()
        .body("state", equalTo("AT_RISK"))
        .body("reason", equalTo("PUBLIC_URL_FAILS"));

    canary.callNow().await().atMost(LIMIT);
    watch.look().await().atMost(LIMIT);

    shop.as("observer")
        .get("/api/v1/links/{id}/health", link)
        .then()
        .body("state", equalTo("WAITING_FIRST_EVENT"));
  }

  @Test
  void onlyOneReplicaCallsInAMinute() {
    checks.claim().await().atMost(LIMIT);

    assertEquals(false, checks.claim().await().atMost(LIMIT));
  }

  @Test
  void itSaysWhyItWasNotReached() throws IOException {
    CanaryCall call =
        new CanaryCall(
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build(),
            Duration.ofSeconds(3));
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    String cause = call.to("http://localhost:" + closed + "/").await().atMost(LIMIT).cause();

    assertEquals("CONNECT_FAILED", cause);
    String notFound = call.to(token.url().orElseThrow() + "x").await().atMost(LIMIT).cause();
    assertTrue("STATUS_404".equals(notFound), notFound);
  }
}
