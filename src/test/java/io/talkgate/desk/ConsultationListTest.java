package io.talkgate.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3, {@code GET /consultations}: filters, order, pages. */
@QuarkusTest
class ConsultationListTest {
  private static final String LIST = "/api/v1/consultations";

  private Shop shop;
  private String linkId;
  private String apple;
  private String pear;
  private String plum;

  @BeforeEach
  void threeCustomersHaveWritten() {
    shop = Shop.open();
    linkId = shop.approvedLink();
    apple = write("one apple");
    pear = write("one PEAR 100%");
    plum = write("one plum");
  }

  @Test
  void theNewestActivityComesFirst() {
    assertEquals(List.of(plum, pear, apple), list(""));
    shop.as("agent").post(LIST + "/{id}/close", apple).then().statusCode(200);
    assertEquals(List.of(apple, plum, pear), list(""));
  }

  @Test
  void theListComesInPages() {
    List<String> all = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var page =
          shop.as("observer").get(LIST + "?limit=2" + cursor).then().statusCode(200).extract();
      all.addAll(page.<List<String>>path("items.id"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertEquals(List.of(plum, pear, apple), all);
  }

  @Test
  void statusesAreRepeatedOrGivenWithCommas() {
    shop.as("agent").post(LIST + "/{id}/close", apple).then().statusCode(200);
    shop.as("agent").post(LIST + "/{id}/hold", pear).then().statusCode(200);
    assertEquals(List.of(plum), list("?status=WAITING"));
    assertEquals(List.of(pear, apple), list("?status=CLOSED&status=ON_HOLD"));
    assertEquals(List.of(pear, apple), list("?status=CLOSED,ON_HOLD"));
  }

  @Test
  void assigneesAreMeNoneOrAnId() {
    shop.as("agent").post(LIST + "/{id}/assign", apple).then().statusCode(200);
    shop.as("manager").post(LIST + "/{id}/assign", pear).then().statusCode(200);
    assertEquals(List.of(apple), list("?assignee=me"));
    assertEquals(List.of(plum), list("?assignee=none"));
    assertEquals(List.of(pear), list("?assignee=" + shop.memberId("manager")));
  }

  @Test
  void tagsAndTextsAreFound() {
    shop.as("agent")
        .body(Map.of("tags", List.of("fruit & co", "x")))
        .put(LIST + "/{id}/tags", apple)
        .then()
        .statusCode(200);
    assertEquals(List.of(apple), found("tag", "fruit & co"));
    assertEquals(List.of(), found("tag", "fruit"));
    assertEquals(List.of(pear), found("q", "pear"));
    assertEquals(List.of(pear), found("q", "100%"));
    assertEquals(List.of(), found("q", "1%"));
    assertEquals(List.of(plum, pear, apple), found("q", "ONE"));
  }

  @Test
  void timesBoundTheLastActivity() {
    String middle =
        shop.as("agent").get(LIST + "/{id}", pear).then().extract().path("lastActivityAt");
    assertEquals(List.of(plum, pear), list("?from=" + middle));
    assertEquals(List.of(apple), list("?to=" + middle));
    assertEquals(List.of(), list("?from=2999-01-01T00:00:00+09:00"));
  }

  @Test
  void brandsAndLinksNarrowTheList() {
    assertEquals(3, list("?brandId=" + shop.brandId()).size());
    assertEquals(3, list("?linkId=" + linkId).size());
    assertEquals(0, list("?linkId=00000000-0000-7000-8000-000000000000").size());
    Shop other = Shop.open();
    other.as("owner").get(LIST).then().body("items", hasSize(0));
    other
        .as("owner")
        .get(LIST + "?brandId=" + shop.brandId())
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    Shop.operator().get(LIST).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "brandId, x",
    "linkId, x",
    "status, ASLEEP",
    "status, 'WAITING,'",
    "status, waiting",
    "assignee, somebody",
    "from, yesterday",
    "to, 1700000000",
    "to, +99999-01-01T00:00:00Z",
    "limit, 0",
    "limit, 201",
    "limit, many",
    "cursor, nonsense"
  })
  void whatDoesNotFitIsRefusedWithItsName(String name, String value) {
    shop.as("agent")
        .queryParam(name, value)
        .get(LIST)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION"))
        .body("errors.field", equalTo(List.of(name)));
  }

  @Test
  void searchTakesUpTo100CharactersThatTextsCanHold() {
    assertEquals(List.of(), found("q", "가".repeat(100)));
    for (String q : List.of("가".repeat(101), "a\u0000")) {
      shop.as("agent")
          .queryParam("q", q)
          .get(LIST)
          .then()
          .statusCode(400)
          .body("errors.field", equalTo(List.of("q")));
    }
  }

  private String write(String text) {
    shop.writes(shop.customer(), text);
    return shop.newestConsultation();
  }

  private List<String> found(String name, String value) {
    return shop.as("agent")
        .queryParam(name, value)
        .get(LIST)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private List<String> list(String query) {
    return shop.as("agent").get(LIST + query).then().statusCode(200).extract().path("items.id");
  }
}
