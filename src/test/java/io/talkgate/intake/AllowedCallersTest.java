package io.talkgate.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §2 and §6: a caller outside the allow-list is answered 403. */
@QuarkusTest
@TestProfile(AllowedCallersTest.ListOfCallers.class)
class AllowedCallersTest {
  /** Of the right form, and nobody's. */
  private static final String PATH = "/webhooks/talktalk/" + "A".repeat(43);

  /** The test stands for a proxy at 127.0.0.1; another one is at 198.51.100.7. */
  public static final class ListOfCallers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "talkgate.webhook.allowed-cidrs", "192.0.2.0/24,2001:db8::/32",
          "quarkus.http.proxy.trusted-proxies", "127.0.0.0/8,198.51.100.7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "2001:db8::1",
        "192.0.2.1:4711",
        "[2001:db8::1]:4711",
        "203.0.113.9, 192.0.2.1",
        "203.0.113.9, 192.0.2.1, 198.51.100.7",
        "nonsense, 192.0.2.1"
      })
  void whoIsOnTheListReachesTheDoor(String forwardedFor) {
    call(forwardedFor).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.9",
        "192.0.2.1, 203.0.113.9",
        "192.0.2.1, 203.0.113.9, 198.51.100.7",
        "192.0.2.1, nonsense",
        "192.0.2.1,",
        "",
        "127.0.0.1",
        "::1"
      })
  void nobodyElseDoes(String forwardedFor) {
    call(forwardedFor).statusCode(403).body(is(""));
  }

  @Test
  void ofRepeatedHeadersTheLastIsTheNearest() {
    post(List.of("203.0.113.9", "192.0.2.1")).statusCode(404);
    post(List.of("192.0.2.1", "203.0.113.9")).statusCode(403);
  }

  @Test
  void otherHeadersSayNothing() {
    given()
        .header("Forwarded", "for=192.0.2.1")
        .header("X-Real-IP", "192.0.2.1")
        .header("X-Client-IP", "192.0.2.1")
        .post(PATH)
        .then()
        .statusCode(403);
  }

  private static ValidatableResponse call(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor).post(PATH).then();
  }

  private static ValidatableResponse post(List<String> forwardedFor) {
    return given()
        .header("X-Forwarded-For", forwardedFor.get(0), forwardedFor.get(1))
        .post(PATH)
        .then();
  }
}
