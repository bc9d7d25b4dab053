package io.talkgate.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts far longer than a customer can type: kept whole, and no list grows with them. */
@QuarkusTest
class LongTextsTest {
  private static final String LIST = "/api/v1/consultations";
  private static final int LENGTH = 600 * 1024;

  private Shop shop;

  @BeforeEach
  void threeCustomersHaveWrittenLongTexts() {
    shop = Shop.open();
    String linkId = shop.createLink();
    WebhookCaller webhook = new WebhookCaller(shop.requestApproval(linkId));
    shop.approve(linkId);
    for (String name : List.of("apple", "pear", "plum")) {
      assertEquals(200, webhook.writes(name, name + " " + "x".repeat(LENGTH) + name).join());
    }
    List<List<String>> unused =
        Eventually.get(() -> pages(LIST), pages -> pages.stream().mapToInt(List::size).sum() == 3);
  }

  @Test
  void pagesEndEarlyAndNothingIsMissed() {
    List<List<String>> pages = pages(LIST);

    assertEquals(List.of(1, 1, 1), pages.stream().map(List::size).toList());
    assertEquals(3, pages.stream().flatMap(List::stream).distinct().count());
  }

  @Test
  void aTextIsKeptWholeAndFoundByItsBeginning() {
    List<String> found = shop.as("agent").get(LIST + "?q=pear x").then().extract().path("items.id");
    assertEquals(1, found.size());
    String text =
        shop.as("agent")
            .get(LIST + "/{id}/messages", found.get(0))
            .then()
            .extract()
            .path("items[0].content.text");

    assertEquals("pear " + "x".repeat(LENGTH) + "pear", text);
    assertEquals(List.of(), shop.as("agent").get(LIST + "?q=xpear").path("items.id"));
  }

  private List<List<String>> pages(String list) {
    List<List<String>> pages = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      ExtractableResponse<Response> page =
          shop.as("observer").get(list + "?limit=2" + cursor).then().statusCode(200).extract();
      pages.add(page.path("items.id"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return pages;
  }
}
