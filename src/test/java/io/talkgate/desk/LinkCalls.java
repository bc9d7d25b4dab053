package io.talkgate.desk;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.TestBrand;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Calls of {@code /links}, for tests. */
final class LinkCalls {
  static final String LINKS = "/api/v1/links";
  static final String KEY = "ct_wc8b1i_very-secret";

  private LinkCalls() {}

  static RequestSpecification caller(TestBrand brand, String role) {
    return role.equals("operator") ? TestBrand.operator() : brand.as(role);
  }

  static String draft(TestBrand brand, String account) {
    return newLink(brand.as("manager"), brand.id(), account).statusCode(201).extract().path("id");
  }

  static String pending(TestBrand brand, String account) {
    String id = draft(brand, account);
    call(brand.as("manager"), id, "approval-request").statusCode(200);
    return id;
  }

  static ValidatableResponse approve(String id) {
    return call(TestBrand.operator(), id, "approve");
  }

  static ValidatableResponse reject(String id) {
    return TestBrand.operator()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "not yours"))
        .post(LINKS + "/" + id + "/reject")
        .then();
  }

  static ValidatableResponse show(RequestSpecification caller, String id) {
    return caller.get(LINKS + "/" + id).then();
  }

  static ValidatableResponse call(RequestSpecification caller, String id, String what) {
    return caller.contentType(ContentType.JSON).post(LINKS + "/" + id + "/" + what).then();
  }

  static ValidatableResponse change(RequestSpecification caller, String id, Map<String, ?> change) {
    return caller.contentType(ContentType.JSON).body(change).patch(LINKS + "/" + id).then();
  }

  static ValidatableResponse newLink(RequestSpecification caller, UUID brandId, String account) {
    return caller.contentType(ContentType.JSON).body(link(brandId, account)).post(LINKS).then();
  }

  static Map<String, Object> link(UUID brandId, String account) {
    return Map.of("brandId", brandId, "accountId", account, "sendApiKey", KEY);
  }

  static String account() {
    return "w" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }
}
