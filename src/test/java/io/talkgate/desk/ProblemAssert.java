package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;

/** Calls of the probe and what is expected of problem documents. */
final class ProblemAssert {
  private ProblemAssert() {}

  /** A call in English with JSON, or what stands for it. */
  static Response post(String path, String body) {
    return english().contentType("application/json").body(body).post(path);
  }

  /** A call that wants English words. */
  static RequestSpecification english() {
    return given().header("Accept-Language", Locale.ENGLISH.toLanguageTag());
  }

  /** Expects a problem document with this status and code. */
  static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType(equalTo("application/problem+json"))
        .body("status", is(status))
        .body("code", is(code))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("keySet()", hasItems("status", "title", "detail", "code"));
  }
}
