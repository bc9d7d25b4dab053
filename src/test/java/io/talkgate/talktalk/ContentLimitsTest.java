package io.talkgate.talktalk;

import static io.talkgate.talktalk.Outgoing.FACE;
import static io.talkgate.talktalk.Outgoing.assertPaths;
import static io.talkgate.talktalk.Outgoing.assertValid;
import static io.talkgate.talktalk.Outgoing.card;
import static io.talkgate.talktalk.Outgoing.cards;
import static io.talkgate.talktalk.Outgoing.json;
import static io.talkgate.talktalk.Outgoing.paths;
import static io.talkgate.talktalk.Outgoing.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of protocol §3, and the paths that the API reports. */
class ContentLimitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"text", "image", "image-id", "composite", "product"})
  void whatTheProtocolAllowsIsValid(String name) {
    assertValid(Outgoing.fixture(name));
  }

  @Test
  void textHas1To10000CodePoints() {
    assertValid(TextContent.of("x"));
    assertValid(TextContent.of(FACE.repeat(10_000)));
    assertPaths(TextContent.of(FACE.repeat(10_000) + "x"), "text");
    assertPaths(TextContent.of(""), "text");
    assertPaths(TextContent.of(" \n"), "text");
    assertPaths(json("{'type':'TEXT'}"), "text");
  }

  @Test
  void whatOnlyReceivedTextsCarryIsRefused() {
    assertPaths(
        json("{'type':'TEXT','text':'a','inputType':'typing','code':'c','product':{}}"),
        "code",
        "inputType",
        "product");
  }

  @Test
  void anImageHasExactlyOneSource() {
    assertPaths(new ImageContent(null, null, null), "");
    assertPaths(new ImageContent("https://a.example/1.jpg", "id", null), "");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/1.jpg,true",
    "http://a.example/1.jpg,true",
    "https://a.example:443/1.jpg,true",
    "http://a.example:80/1.jpg,true",
    "https://a.example:8443/1.jpg,false",
    "ftp://a.example/1.jpg,false",
    "file:///etc/passwd,false",
    "javascript:alert(1),false",
    "//a.example/1.jpg,false",
    "/1.jpg,false",
    "https://,false",
    "not a url,false"
  })
  void anImageIsFetchedFromThePublicWebOnly(String url, boolean valid) {
    ImageContent image = new ImageContent(url, null, null);

    assertEquals(valid ? Set.of() : Set.of("imageUrl"), paths(image));
  }

  @Test
  void aCompositeHasUpToTenCards() {
    assertValid(cards(10));
    assertPaths(cards(11), "compositeList");
    assertPaths(cards(0), "compositeList");
    assertPaths(json("{'type':'COMPOSITE'}"), "compositeList");
    assertPaths(
        json("{'type':'COMPOSITE','compositeList':[null]}"), "compositeList[0].<list element>");
  }

  @ParameterizedTest
  @CsvSource({"title,200", "description,1000"})
  void aCardsTextsAreBounded(String field, int max) {
    String card = "{'title':'a','description':'b','%s':'%s'}";

    assertValid(card(card.formatted(field, FACE.repeat(max))));
    assertPaths(card(card.formatted(field, FACE.repeat(max) + "x")), "compositeList[0]." + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'title':'a'}",
        "{'title':' ','description':'b'}",
        "{'image':{'imageId':'i'},'buttonList':[{'type':'TEXT','data':{'title':'a'}}]}",
        "{'title':'a','buttonList':[]}"
      })
  void aCardNeedsWordsAndTwoProperties(String card) {
    assertPaths(card(card), "compositeList[0]");
  }

  @Test
  void rowsAreBounded() {
    String path = "compositeList[0].elementList.";
    assertValid(rows("LIST", Collections.nCopies(3, "{'title':'a'}")));
    assertPaths(rows("LIST", Collections.nCopies(4, "{'title':'a'}")), path + "data");
    assertPaths(rows("LIST", List.of()), path + "data");
    assertPaths(rows("GRID", List.of("{'title':'a'}")), path + "type");
    for (String field : List.of("title", "description", "subDescription")) {
      String row = "{'%s':'%s'}".formatted(field, FACE.repeat(101));
      assertPaths(rows("LIST", List.of("{'title':'a'}", row)), path + "data[1]." + field);
    }
    assertPaths(
        rows("LIST", List.of("{'title':'a','image':{'imageUrl':'x'}}")),
        path + "data[0].image.imageUrl");
  }

  @ParameterizedTest
  @CsvSource({"single,15,true", "single,16,false", "list,4,true", "list,5,false", "list,0,false"})
  void productsAreBoundedByTheirDisplayType(String displayType, int count, boolean valid) {
    String ids = String.join(",", Collections.nCopies(count, "1"));
    OutgoingContent products =
        json("{'type':'PRODUCT','ids':[" + ids + "],'displayType':'" + displayType + "'}");

    assertEquals(valid ? Set.of() : Set.of("ids"), paths(products));
  }

  @Test
  void productsNeedTheirDisplayTypeAndNumbers() {
    assertPaths(json("{'type':'PRODUCT'}"), "displayType", "ids");
    assertPaths(
        json("{'type':'PRODUCT','ids':[null],'displayType':'list'}"), "ids[0].<list element>");
  }
}
