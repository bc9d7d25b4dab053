package io.talkgate.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue "who may what", 4: with everything on DEBUG no secret is told to anybody it is not for. */
@QuarkusTest
@TestProfile(SecretsInNoLogTest.Talkative.class)
class SecretsInNoLogTest {
  private static final String NEW_KEY = "another-key-that-nobody-may-see";
  private static final String CELLPHONE = "01087654321";
  private static final String USER = "al-2eGuGr5WQOnco1_V-FQ";

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  private final Lines lines = new Lines();
  private final List<String> told = new ArrayList<>();

  /** Whoever looks for an error switches everything on. */
  public static final class Talkative implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.log.level", "DEBUG", "quarkus.http.access-log.enabled", "true");
    }
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(lines);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(lines);
  }

  @Test
  void noSecretIsInLogsMetricsErrorsOrTheAccessLog() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    WebhookCaller naver = new WebhookCaller(webhook);
    assertEquals(200, naver.writes(USER, "hello").join());
    assertEquals(200, naver.sends("no JSON").join());
    assertEquals(200, naver.sends(profile()).join());
    given().get(webhook).then().statusCode(405);
    answerACustomer(shop);
    String renewed = renewed(shop, link);
    assertEquals(410, naver.writes(USER, "to the dead URL").join());
    refuse(shop, link);
    shop.as("owner").post("/api/v1/links/{id}/revoke", link).then().statusCode(200);
    assertEquals(410, new WebhookCaller(renewed).writes(USER, "to the revoked link").join());
    told.add(given().accept("text/plain").get(metrics).asString());

    assertTrue(lines.all.size() > 100, "the log is on DEBUG");
    assertTrue(
        lines.all.stream().anyMatch(line -> line.contains("/api/v1/links")),
        "the access log is on");
    for (String secret :
        List.of(token(webhook), token(renewed), shop.sendApiKey(), NEW_KEY, CELLPHONE)) {
      Stream.concat(lines.all.stream(), told.stream())
          .filter(line -> line.contains(secret))
          .findAny()
          .ifPresent(
              line -> {
                throw new AssertionError("a secret is told: " + line);
              });
    }
  }

  private void answerACustomer(Shop shop) {
    String user = shop.customer();
    shop.writes(user, "a question");
    String consultation = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "an answer")))
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202);
    Eventually.get(
        () ->
            shop.as("agent")
                .get("/api/v1/consultations/{id}/messages", consultation)
                .<String>path("items[1].delivery.status"),
        "CONFIRMED"::equals);
  }

  private String renewed(Shop shop, String link) {
    return shop.as("manager")
        .body(Map.of("revokeOld", true))
        .post("/api/v1/links/{id}/webhook-url", link)
        .then()
        .statusCode(200)
        .extract()
        .path("webhookUrl");
  }

  /** Answers to what does not fit repeat nothing of it. */
  private void refuse(Shop shop, String link) {
    tell(
        shop.as("manager")
            .body(Map.of("sendApiKey", NEW_KEY + "\u0000"))
            .patch("/api/v1/links/{id}", link),
        400);
    tell(
        shop.as("manager")
            .body("{\"sendApiKey\":\"" + NEW_KEY + "\", broken")
            .patch("/api/v1/links/{id}", link),
        400);
    shop.as("manager")
        .body(Map.of("sendApiKey", NEW_KEY))
        .patch("/api/v1/links/{id}", link)
        .then()
        .statusCode(200);
    tell(shop.as("observer").get("/api/v1/links/{id}", link), 200);
    tell(shop.as("manager").get("/api/v1/audit"), 200);
    tell(shop.as("observer").get("/api/v1/consultations"), 200);
  }

  private void tell(Response answer, int status) {
    answer.then().statusCode(equalTo(status));
    told.add(answer.asString());
  }

  private static String profile() {
    return "{\"event\":\"profile\",\"user\":\"%s\",\"options\":{\"result\":\"SUCCESS\",\"cellphone\":\"%s\"}}"
        .formatted(USER, CELLPHONE);
  }

  private static String token(String webhook) {
    return webhook.substring(webhook.lastIndexOf('/') + 1);
  }

  /** All that is logged, but for what the test's own HTTP clients say of their calls. */
  private static final class Lines extends Handler {
    private static final List<String> OWN_CLIENTS =
        List.of("org.apache.http", "jdk.internal.httpclient");

    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      if (OWN_CLIENTS.stream().anyMatch(String.valueOf(line.getLoggerName())::startsWith)) {
        return;
      }
      StringWriter text = new StringWriter();
      text.append(line.getLoggerName()).append(' ').append(line.getMessage());
      if (line.getParameters() != null) {
        text.append(' ').append(Arrays.toString(line.getParameters()));
      }
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(text, true));
      }
      all.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
