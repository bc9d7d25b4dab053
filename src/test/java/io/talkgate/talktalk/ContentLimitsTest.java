package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of protocol §3, and the paths that the API reports. */
class ContentLimitsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

  /** One code point, two chars: limits count the former. */
  private static final String FACE = "\uD83D\uDE00";

  @AfterAll
  static void close() {
    FACTORY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "image", "image-id", "composite", "product"})
  void whatTheProtocolAllowsIsValid(String name) throws IOException {
    assertValid(MAPPER.readValue(Fixtures.bytes("contents/" + name), OutgoingContent.class));
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

  @Test
  void aRowsButtonIsTextOrLinkWithTenCodePoints() {
    String path = "compositeList[0].elementList.data[0].button.";
    assertValid(rows("LIST", List.of("{'button':" + text(10) + "}")));
    assertPaths(rows("LIST", List.of("{'button':" + text(11) + "}")), path + "data.title");
    assertPaths(
        rows("LIST", List.of("{'button':{'type':'TIME','data':{'title':'a'}}}")), path + "type");
  }

  @Test
  void aCardsButtonsAreBounded() {
    String path = "compositeList[0].buttonList";
    assertValid(buttons(Collections.nCopies(10, text(18))));
    assertPaths(buttons(Collections.nCopies(11, text(18))), path);
    assertPaths(buttons(List.of(text(1), text(19))), path + "[1].data.title");
    assertPaths(
        buttons(List.of("{'type':'TEXT','data':{'title':'a','code':'" + FACE.repeat(1001) + "'}}")),
        path + "[0].data.code");
    assertPaths(buttons(List.of("{'type':'TEXT'}")), path + "[0].data");
    assertPaths(buttons(List.of("{'type':'TEXT','data':{}}")), path + "[0].data.title");
    assertPaths(
        buttons(List.of("{'type':'LINK','data':{'title':'a','url':'u'}}")),
        path + "[0].data.mobileUrl");
    assertPaths(buttons(List.of("{'type':'PAY','data':{}}")), path + "[0].data.paymentInfo");
  }

  @Test
  void anUnknownButtonIsRefused() {
    assertPaths(
        buttons(List.of("{'type':'HOLOGRAM','data':{'title':'a'}}")),
        "compositeList[0].buttonList[0].type");
    assertPaths(buttons(List.of("{}")), "compositeList[0].buttonList[0].type");
  }

  @Test
  void anOptionHoldsShortTextsLinksAndPaymentsOnly() {
    String path = "compositeList[0].buttonList[0].data.buttonList";
    assertValid(buttons(List.of(option(Collections.nCopies(10, text(10))))));
    assertPaths(buttons(List.of(option(Collections.nCopies(11, text(10))))), path);
    assertPaths(buttons(List.of(option(List.of(text(11))))), path + "[0].data.title");
    assertPaths(buttons(List.of(option(List.of(option(List.of(text(1))))))), path + "[0].type");
  }

  @Test
  void quickRepliesTakeNoOptionsAndTitlesOfTen() {
    assertValid(quickReply(text(10)));
    assertPaths(quickReply(text(11)), "quickReply.buttonList[0].data.title");
    assertPaths(quickReply(option(List.of(text(1)))), "quickReply.buttonList[0].type");
    assertPaths(
        json("{'type':'TEXT','text':'a','quickReply':{'buttonList':[]}}"), "quickReply.buttonList");
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

  private static OutgoingContent cards(int count) {
    return composite(Collections.nCopies(count, "{'title':'a','description':'b'}"));
  }

  private static OutgoingContent card(String card) {
    return composite(List.of(card));
  }

  private static OutgoingContent composite(List<String> cards) {
    return json("{'type':'COMPOSITE','compositeList':[" + String.join(",", cards) + "]}");
  }

  private static OutgoingContent rows(String type, List<String> rows) {
    return card(
        "{'title':'a','elementList':{'type':'"
            + type
            + "','data':["
            + String.join(",", rows)
            + "]}}");
  }

  private static OutgoingContent buttons(List<String> buttons) {
    return card("{'title':'a','description':'b','buttonList':[" + String.join(",", buttons) + "]}");
  }

  private static OutgoingContent quickReply(String button) {
    return json("{'type':'TEXT','text':'a','quickReply':{'buttonList':[" + button + "]}}");
  }

  private static String text(int titleLength) {
    return "{'type':'TEXT','data':{'title':'" + FACE.repeat(titleLength) + "'}}";
  }

  private static String option(List<String> buttons) {
    return "{'type':'OPTION','data':{'title':'a','buttonList':["
        + String.join(",", buttons)
        + "]}}";
  }

  private static OutgoingContent json(String json) {
    try {
      return MAPPER.readValue(json.replace('\'', '"'), OutgoingContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static void assertValid(OutgoingContent content) {
    assertEquals(Set.of(), paths(content));
  }

  private static void assertPaths(OutgoingContent content, String... paths) {
    assertEquals(new TreeSet<>(List.of(paths)), paths(content));
  }

  private static Set<String> paths(OutgoingContent content) {
    return FACTORY.getValidator().validate(content).stream()
        .map(violation -> violation.getPropertyPath().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
