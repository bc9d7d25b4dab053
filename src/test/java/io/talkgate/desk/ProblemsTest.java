package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static io.talkgate.desk.ProblemAssert.english;
import static io.talkgate.desk.ProblemAssert.problem;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3: every error is a problem document. */
@QuarkusTest
class ProblemsTest {
  private static final String PROBE = "/api/v1/probe";

  @Test
  void aRefusalHasStatusTitleDetailAndCodeInKorean() {
    problem(given().get(PROBE + "/refused"), 409, "CONSULTATION_STATE")
        .body("status", is(409))
        .body("title", is("상담 상태 충돌"))
        .body("detail", containsString("CLOSED"))
        .body("errors", nullValue())
        .header("Content-Language", "ko");
  }

  @Test
  void aRefusalFollowsAcceptLanguage() {
    problem(
            given().header("Accept-Language", "fr, en-GB;q=0.8, ko;q=0.5").get(PROBE + "/refused"),
            409,
            "CONSULTATION_STATE")
        .body("title", is("Consultation state conflict"))
        .header("Content-Language", "en");
  }

  @Test
  void aCallerWhoTakesNoJsonIsNotAcceptable() {
    problem(given().accept("text/html").get(PROBE + "/page"), 406, "NOT_ACCEPTABLE");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    problem(given().delete(PROBE + "/page"), 405, "METHOD_NOT_ALLOWED")
        .header("Allow", allOf(containsString("GET"), not(containsString("DELETE"))));
    problem(given().get(PROBE + "/key"), 405, "METHOD_NOT_ALLOWED")
        .header("Allow", containsString("POST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v1/probe/nothing/here",
        "/api/v1",
        "/api",
        "/nothing",
        "/api/v1/probe/things/12",
        "/api/v1/probe/things/zzzzzzzz-0000-0000-0000-000000000000"
      })
  void anUnknownPathIsNotFound(String path) {
    problem(given().get(path), 404, "NOT_FOUND").body("detail", not(containsString("RESTEASY")));
    problem(
        given().contentType("application/json").body("{}").post("/api/v1/nothing"),
        404,
        "NOT_FOUND");
  }

  @Test
  void pathsWhoseOwnersAnswerForThemselvesAreLeftAlone() {
    given()
        .get("/simulator/probe")
        .then()
        .statusCode(418)
        .contentType(not(startsWith("application/problem")));
  }

  @Test
  void errorsOutsideOfRestAreProblems() {
    problem(given().get("/vertx/probe"), 500, "INTERNAL").body(not(containsString("secret")));
    problem(given().get("/vertx/probe/forbidden"), 403, "FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/probe/%zz,400",
    "/api/v1/probe/things/{x},404",
    "/api/v1/probe/query?q=%zz,400",
    "/api/v1/probe/query?q=a|b,200",
    "/api/v1/probe/query?q=%FF,200",
    "/api/v1/probe/things/%FF,404",
    "/api/v1/probe/%00,404",
    "//api/v1,404",
    "*,404",
    "/%E0%A4%A,400"
  })
  void aMalformedUriIsAProblem(String uri, int status) throws Exception {
    RawHttp.Answer answer = RawHttp.get(uri);
    assertEquals(status, answer.status());
    assertEquals(
        status == 200 ? "application/json;charset=UTF-8" : "application/problem+json",
        answer.contentType());
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,201", "limit,-1", "limit,x", "cursor,x"})
  void aBadPageParameterIsNamed(String name, String value) {
    problem(english().queryParam(name, value).get(PROBE + "/page"), 400, "VALIDATION")
        .body("errors.field", contains(name));
  }

  @Test
  void pageParametersHaveTheirLimits() {
    given().get(PROBE + "/page").then().statusCode(200).body(is("50"));
    given().queryParam("limit", 200).get(PROBE + "/page").then().statusCode(200).body(is("200"));
  }

  @Test
  void aBadQueryValueIsNamedBare() {
    problem(english().queryParam("q", "long").get(PROBE + "/query"), 400, "VALIDATION")
        .body("errors.field", contains("q"));
  }

  @Test
  void whoHasNotLoggedInIsAskedTo() {
    problem(given().get(PROBE + "/login"), 401, "UNAUTHENTICATED")
        .header("WWW-Authenticate", equalToIgnoringCase("Basic realm=\"TalkGate\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bug", "/unwritable"})
  void aBugIsAnInternalErrorThatTellsNothing(String path) {
    problem(given().get(PROBE + path), 500, "INTERNAL")
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  @Test
  void aDatabaseThatIsAwaySaysWhenToComeBack() {
    problem(given().get(PROBE + "/outage"), 503, "DATABASE_UNAVAILABLE").header("Retry-After", "5");
  }
}
