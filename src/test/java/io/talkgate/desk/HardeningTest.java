package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.talkgate.testing.TestBrand;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4 §8: what an answer tells browsers, and what it does not tell anybody. */
@QuarkusTest
class HardeningTest {
  private static final String POLICY = "Content-Security-Policy";

  @TestHTTPResource("/")
  URL server;

  @Test
  void aPageRunsNothingThatStandsInThePage() {
    given()
        .get("/login")
        .then()
        .header(POLICY, startsWith("default-src '"))
        .header(POLICY, not(containsString("unsafe")))
        .header(POLICY, containsString("frame-ancestors 'none'"))
        .header(POLICY, containsString("form-action 'self'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Referrer-Policy", equalTo("same-origin"))
        .header("Cache-Control", equalTo("no-store"))
        .header("Strict-Transport-Security", nullValue());
  }

  @Test
  void dataIsNeitherAPageNorKept() {
    TestBrand.operator()
        .get("/api/v1/brands")
        .then()
        .statusCode(200)
        .header(POLICY, equalTo("default-src 'none'; frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void behindTlsBrowsersComeBackByTls() {
    given()
        .header("X-Forwarded-Proto", "https")
        .get("/login")
        .then()
        .header("Strict-Transport-Security", startsWith("max-age="));
  }

  @Test
  void theSimulatorKeepsItsOwnPolicy() {
    given().get("/simulator").then().header(POLICY, containsString("frame-ancestors 'self'"));
  }

  @Test
  void noOtherSiteMayRead() {
    given()
        .header("Origin", "https://evil.example")
        .get("/api/v1/brands")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/api/v1/brands")
        .then()
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Methods", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing-here",
        "/api/v1/nothing-here",
        "/api/v1/probe/bug",
        "/api/v1/probe/unwritable",
        "/vertx/probe",
        "/login/nothing-here"
      })
  void errorsTellNothingOfTheInside(String path) {
    Response answer = given().get(path);

    assertTrue(answer.statusCode() >= 400, answer.statusLine());
    assertTellsNothing(answer.headers() + answer.asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/v1/brands?limit=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "NONSENSE\r\n\r\n"
      })
  void malformedCallsLearnNothingEither(String call) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      assertTellsNothing(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void assertTellsNothing(String answer) {
    for (String word :
        new String[] {
          "quarkus", "vert.x", "netty", "exception", "io.talkgate", "\tat ", "secret"
        }) {
      assertFalse(answer.toLowerCase(Locale.ROOT).contains(word), answer);
    }
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("server:"), answer);
  }
}
