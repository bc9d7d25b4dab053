package io.talkgate.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * A brand of its own for one test, with members who log in over HTTP. A member's user name is the
 * role's name and the brand's id.
 */
public final class TestBrand {
  /** Everybody's password. */
  public static final String PASSWORD = "password of tests";

  private final String id;

  private TestBrand(String id) {
    this.id = id;
  }

  /** A new brand with one member of each of these roles ({@code "manager"}, …). */
  public static TestBrand with(String... roles) {
    String id =
        operator()
            .contentType(ContentType.JSON)
            .body(Map.of("name", "Brand of a test"))
            .post("/api/v1/brands")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    TestBrand brand = new TestBrand(id);
    for (String role : roles) {
      brand.add(role);
    }
    return brand;
  }

  /** Somebody who stands above brands. */
  public static RequestSpecification operator() {
    return given().auth().preemptive().basic("operator", "talkgate");
  }

  /** The brand's id. */
  public UUID id() {
    return UUID.fromString(id);
  }

  /** A call by the member with this role. */
  public RequestSpecification as(String role) {
    return given().auth().preemptive().basic(username(role), PASSWORD);
  }

  private void add(String role) {
    Map<String, String> member =
        Map.of(
            "brandId",
            id,
            "username",
            username(role),
            "name",
            role,
            "role",
            role,
            "password",
            PASSWORD);
    operator()
        .contentType(ContentType.JSON)
        .body(member)
        .post("/api/v1/members")
        .then()
        .statusCode(201);
  }

  private String username(String role) {
    return role + "-" + id;
  }
}
