package io.talkgate.bench;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.talkgate.testing.TestBrand;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A brand with approved links, made as its users would make them.
 *
 * @param brand has a manager and an agent
 */
public record ApprovedLinks(TestBrand brand, List<Approved> links) {

  /**
   * One link.
   *
   * @param webhookPath where NAVER calls, without the host
   */
  public record Approved(String id, String accountId, String sendApiKey, String webhookPath) {}

  /** Makes them. Production knows no accounts: the operator is seeded here. */
  public static ApprovedLinks create(Database database, int servicePort, int links)
      throws SQLException {
    database.execute(
        "insert into members (id, username, name, role, password_hash, created_at)"
            + " values ('%s', 'operator', 'operator', 'OPERATOR', '%s', now())"
                .formatted(UUID.randomUUID(), BcryptUtil.bcryptHash("talkgate")));
    RestAssured.port = servicePort;
    TestBrand brand = TestBrand.with("manager", "agent");
    return new ApprovedLinks(
        brand,
        IntStream.range(0, links).mapToObj(link -> approved(brand, "bench" + link)).toList());
  }

  List<String> webhookPaths() {
    return links.stream().map(Approved::webhookPath).toList();
  }

  private static Approved approved(TestBrand brand, String accountId) {
    String key = "key-" + accountId;
    String id =
        brand
            .as("manager")
            .contentType(ContentType.JSON)
            .body(Map.of("brandId", brand.id(), "accountId", accountId, "sendApiKey", key))
            .post("/api/v1/links")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String webhookUrl =
        brand
            .as("manager")
            .post("/api/v1/links/{id}/approval-request", id)
            .then()
            .statusCode(200)
            .extract()
            .path("webhookUrl");
    TestBrand.operator().post("/api/v1/links/{id}/approve", id).then().statusCode(200);
    return new Approved(id, accountId, key, URI.create(webhookUrl).getPath());
  }
}
