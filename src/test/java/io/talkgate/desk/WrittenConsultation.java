package io.talkgate.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;

/** A shop of its own with one consultation, WAITING, in which a customer has written "hello". */
final class WrittenConsultation {
  final Shop shop = Shop.open();
  final String user;
  final String id;

  WrittenConsultation() {
    shop.approvedLink();
    user = shop.customer();
    shop.writes(user, "hello");
    id = shop.newestConsultation();
  }

  /** A call of the agent with a body. */
  RequestSpecification body(Map<String, ?> body) {
    return shop.as("agent").body(body);
  }

  /** Expects a refusal that names this one field. */
  static void invalid(ValidatableResponse response, String field) {
    response
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION"))
        .body("errors.field", equalTo(List.of(field)))
        .body("errors[0].message", notNullValue());
  }
}
