package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.SettableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §4 and §6: built-in accounts log in by HTTP Basic. */
@QuarkusTest
class LoginTest {
  private static final String BRANDS = "/api/v1/brands";

  @Inject SettableClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"owner", "manager", "agent", "agent2", "observer"})
  void theDemosMembersSeeTheirBrand(String username) {
    given()
        .auth()
        .preemptive()
        .basic(username, "talkgate")
        .get(BRANDS)
        .then()
        .statusCode(200)
        .body("items.id", contains("01900000-0000-7000-8000-000000000001"));
  }

  @Test
  void theDemosOperatorSeesAllBrands() {
    given()
        .auth()
        .preemptive()
        .basic("operator", "talkgate")
        .get(BRANDS)
        .then()
        .statusCode(200)
        .body("items.id", hasItem("01900000-0000-7000-8000-000000000001"));
  }

  @Test
  void nobodyIsToldToLogIn() {
    given().get(BRANDS).then().statusCode(401).header("WWW-Authenticate", containsString("asic"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Talkgate", "talkgate ", "", "talkgat"})
  void aWrongPasswordIsRefused(String password) {
    given().auth().preemptive().basic("agent", password).get(BRANDS).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "AGENT", "", "agent\0", "' or true --"})
  void anUnknownNameIsRefused(String username) {
    given().auth().preemptive().basic(username, "talkgate").get(BRANDS).then().statusCode(401);
  }

  @Test
  void aLoginIsStillOneAfterTheTimeItIsRemembered() {
    for (int i = 0; i < 3; i++) {
      given().auth().preemptive().basic("agent", "talkgate").get(BRANDS).then().statusCode(200);
      given().auth().preemptive().basic("agent", "wrong").get(BRANDS).then().statusCode(401);
      clock.advance(Duration.ofSeconds(31));
    }
  }
}
