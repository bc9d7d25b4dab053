package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3, {@code /links/{id}/images}, and pictures that go to customers. */
@QuarkusTest
class ImagesTest {
  private static final String IMAGES = "/api/v1/links/{id}/images";
  private static final String PICTURE = "https://shop.example/a.png";

  /** One that the simulated NAVER finds. */
  private static final String FOUND = "https://pictures.simulator.test/sample.png";

  private Shop shop;
  private String link;

  @BeforeEach
  void anApprovedLink() {
    shop = Shop.open();
    link = shop.approvedLink();
  }

  @Test
  void aPictureIsUploadedOnceAndSentByItsId() {
    String user = shop.customer();
    shop.writes(user, "hello");
    String id = upload(shop.as("agent"), FOUND).statusCode(200).extract().path("imageId");

    send(Map.of("type", "IMAGE", "imageId", id));
    send(Map.of("type", "IMAGE", "imageUrl", FOUND));

    List<String> kinds = Eventually.get(this::confirmed, confirmed -> confirmed.size() == 2);
    assertEquals(List.of("IMAGE", "IMAGE"), kinds);
    assertEquals(3, messages().getList("items").size());
    assertEquals(id, messages().getString("items[1].content.imageId"));
  }

  @ParameterizedTest
  @CsvSource({
    "IMG-01, 422, IMAGE_FORMAT, 읽을 수 없는 이미지, Picture not readable",
    "IMG-02, 422, IMAGE_SLOW, 이미지 다운로드 지연, Picture too slow",
    "IMG-03, 422, IMAGE_TOO_LARGE, 이미지 크기 초과, Picture too large",
    "IMG-99, 502, IMAGE_ERROR, 이미지 처리 실패, Picture not processed",
    "99, 502, NAVER_REFUSED, 네이버 거절, Refused by NAVER"
  })
  void whatNaverSaysOfThePictureIsToldInBothLanguages(
      String naversCode, int status, String code, String korean, String english) {
    faults(Map.of("resultCode", naversCode, "resultMessage", "words"));

    upload(shop.as("agent"), PICTURE)
        .statusCode(status)
        .body("code", equalTo(code))
        .body("title", equalTo(korean));
    upload(shop.as("agent").header("Accept-Language", "en"), PICTURE)
        .statusCode(status)
        .body("title", equalTo(english))
        .body("detail", containsString(naversCode + " words"));
  }

  @Test
  void naverIsAskedWithTheLinksKeyAndNobodyElseFetchesThePicture() {
    faults(Map.of("accepted", false));

    upload(shop.as("agent"), PICTURE).statusCode(502).body("code", equalTo("NAVER_UNREACHABLE"));

    var call =
        RestAssured.get("/simulator/api/accounts/{id}/calls", shop.accountId())
            .jsonPath()
            .<String>getList("sendApi.body");
    assertEquals(List.of(new JsonObject().put("imageUrl", PICTURE).encode()), call);
  }

  @Test
  void aPictureIsFetchedFromThePublicWebOnly() {
    for (String url :
        List.of("", "ftp://a.example/b.png", "http://a.example:8080/b.png", "/b.png")) {
      invalid(upload(shop.as("agent"), url), "imageUrl");
    }
    invalid(upload(shop.as("agent"), null), "imageUrl");
  }

  @Test
  void observersUploadNothingAndNobodyForLinksThatAreNotApproved() {
    upload(shop.as("observer"), PICTURE).statusCode(403);
    Shop other = Shop.open();
    upload(other.as("agent"), PICTURE).statusCode(404);
    link = other.createLink();
    upload(other.as("agent"), PICTURE).statusCode(409).body("code", equalTo("LINK_STATE"));
  }

  private void send(Map<String, String> content) {
    shop.as("agent")
        .body(Map.of("content", content))
        .post("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .then()
        .statusCode(202);
  }

  private List<String> confirmed() {
    return messages().getList("items.findAll { it.delivery?.status == 'CONFIRMED' }.content.type");
  }

  private JsonPath messages() {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .jsonPath();
  }

  private ValidatableResponse upload(RequestSpecification caller, @Nullable String url) {
    Map<String, @Nullable String> body = new HashMap<>();
    body.put("imageUrl", url);
    return caller.body(body).post(IMAGES, link).then();
  }

  private void faults(Map<String, ?> faults) {
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }
}
