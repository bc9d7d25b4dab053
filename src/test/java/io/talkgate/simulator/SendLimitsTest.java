package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of protocol §3, at it and one over it. */
class SendLimitsTest {
  private static final String EMOJI = "😀";
  private static final JsonObject IMAGE = new JsonObject().put("imageUrl", "https://x.test/a.png");

  static Stream<Arguments> limits() {
    return Stream.of(
        limit("textContent.text", 10_000, n -> Events.text(EMOJI.repeat(n))),
        limit("compositeContent.compositeList", 10, n -> Events.composite(many(n, titled("t")))),
        limit("compositeList[0].title", 200, n -> Events.composite(titled(EMOJI.repeat(n)))),
        limit(
            "compositeList[0].description", 1_000, n -> composite("description", EMOJI.repeat(n))),
        limit(
            "compositeList[0].buttonList",
            10,
            n -> composite("buttonList", Events.list((Object[]) many(n, Events.textButton("b"))))),
        limit("buttonList[0].data.title", 18, n -> buttoned(Events.textButton(EMOJI.repeat(n)))),
        limit("buttonList[0].data.code", 1_000, n -> buttoned(coded(n))),
        limit("buttonList[0].data.title", 18, n -> buttoned(link("가".repeat(n)))),
        limit("buttonList[0].data.title", 18, n -> buttoned(option("가".repeat(n), "a", 1))),
        limit("buttonList[0].data.buttonList", 10, n -> buttoned(option("o", "a", n))),
        limit("data.buttonList[0].data.title", 10, n -> buttoned(option("o", "가".repeat(n), 1))),
        limit(
            "quickReply.buttonList[0].data.title",
            10,
            n -> Events.quickReply(Events.textButton("가".repeat(n)))),
        limit("elementList.data", 3, n -> elements(many(n, new JsonObject().put("title", "e")))),
        limit("elementList.data[0].title", 100, n -> element("title", n)),
        limit("elementList.data[0].description", 100, n -> element("description", n)),
        limit("elementList.data[0].subDescription", 100, n -> element("subDescription", n)),
        limit("button.data.title", 10, n -> elementButton(Events.textButton("가".repeat(n)))));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void acceptsTheLimitAndNamesTheFieldOverIt(String field, int max, Sized content) {
    assertNull(ContentCheck.problem(content.of(max)));
    String problem = String.valueOf(ContentCheck.problem(content.of(max + 1)));
    assertTrue(problem.contains(field + " "), problem);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("must be there once", new JsonObject()),
        Arguments.of(
            "must be there once", Events.text("a").mergeIn(Events.image("https://x.test/a.png"))),
        Arguments.of("textContent.text is missing", Events.text("")),
        Arguments.of(
            "imageContent.imageUrl is missing",
            new JsonObject().put("imageContent", new JsonObject())),
        Arguments.of("compositeList is missing", Events.composite()),
        Arguments.of("needs one of", Events.composite(new JsonObject().put("image", IMAGE))),
        Arguments.of("needs two", Events.composite(new JsonObject().put("title", "t"))),
        Arguments.of(
            "type is not LIST",
            Events.composite(titled("t").put("elementList", new JsonObject().put("type", "GRID")))),
        Arguments.of("buttonList[0].type", buttoned(Events.button("DANCE", new JsonObject()))),
        Arguments.of("buttonList[0].type", Events.quickReply(option("o", "a", 1))),
        Arguments.of("button.type", elementButton(option("o", "a", 1))),
        Arguments.of(
            "data.mobileUrl is missing",
            buttoned(Events.button("LINK", new JsonObject().put("title", "t").put("url", "u")))),
        Arguments.of("paymentInfo is missing", buttoned(Events.button("PAY", new JsonObject()))),
        Arguments.of(
            "options.notification",
            Events.text("a").put("options", new JsonObject().put("notification", "yes"))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesWhatIsWrong(String said, JsonObject content) {
    String problem = String.valueOf(ContentCheck.problem(content));

    assertTrue(problem.contains(said), problem);
  }

  @Test
  void acceptsEveryKindOfButton() {
    JsonObject pay =
        Events.button(
            "PAY",
            new JsonObject().put("paymentInfo", new JsonObject().put("merchantPayKey", "k")));
    JsonObject time = Events.button("TIME", new JsonObject().put("title", "t").put("code", "c"));
    JsonObject calendar =
        Events.button("CALENDAR", new JsonObject().put("options", new JsonObject()));
    JsonObject interval = Events.button("TIMEINTERVAL", new JsonObject());
    JsonArray all =
        Events.list(
            Events.textButton("t"), link("l"), option("o", "a", 2), pay, time, calendar, interval);

    assertNull(ContentCheck.problem(composite("buttonList", all)));
  }

  @Test
  void limitsThePersistentMenu() {
    assertNull(MenuCheck.problem(menu(new JsonArray())));
    assertNull(MenuCheck.problem(menus(many(4, entry("t", "c")))));
    assertProblem("menuContent[0].menus has more than 4", menus(many(5, entry("t", "c"))));
    assertNull(MenuCheck.problem(menus(entry("가".repeat(20), "c".repeat(1_000)))));
    assertProblem("data.title is longer than 20", menus(entry("가".repeat(21), "c")));
    assertProblem("data.code is longer than 1000", menus(entry("t", "c".repeat(1_001))));
    assertProblem("data.code is missing", menus(entry("t", "")));
    assertNull(MenuCheck.problem(menus(nested(nested(entry("t", "c"))))));
    assertProblem("is deeper than 3", menus(nested(nested(nested(entry("t", "c"))))));
    assertProblem("menuContent is missing", new JsonObject());
  }

  private static void assertProblem(String said, JsonObject event) {
    @Nullable String problem = MenuCheck.problem(event);
    assertTrue(String.valueOf(problem).contains(said), problem);
  }

  @Test
  void setsAndDeletesTheMenuOverHttp() {
    try (Harness sim = new Harness()) {
      sim.account();
      assertEquals(
          "00", sim.sendApi(menus(entry("t", "c")).put("event", "persistentMenu")).resultCode());
      assertEquals(1, sim.fetch("/api/accounts/wc8b1i").json().getJsonArray("menuContent").size());
      assertEquals(
          "00", sim.sendApi(menu(new JsonArray()).put("event", "persistentMenu")).resultCode());
      assertEquals(0, sim.fetch("/api/accounts/wc8b1i").json().getJsonArray("menuContent").size());
      assertEquals("02", sim.sendApi(new JsonObject().put("event", "persistentMenu")).resultCode());
    }
  }

  interface Sized {
    JsonObject of(int size);
  }

  private static Arguments limit(String field, int max, Sized content) {
    return Arguments.of(field, max, content);
  }

  private static JsonObject titled(String title) {
    return new JsonObject().put("title", title).put("description", "d");
  }

  private static JsonObject composite(String name, Object value) {
    return Events.composite(new JsonObject().put("title", "t").put(name, value));
  }

  private static JsonObject buttoned(JsonObject button) {
    return composite("buttonList", Events.list(button));
  }

  private static JsonObject coded(int size) {
    return Events.button("TEXT", new JsonObject().put("title", "t").put("code", "c".repeat(size)));
  }

  private static JsonObject link(String title) {
    return Events.button(
        "LINK", new JsonObject().put("title", title).put("url", "u").put("mobileUrl", "m"));
  }

  private static JsonObject option(String title, String inner, int count) {
    JsonArray buttons = Events.list((Object[]) many(count, Events.textButton(inner)));
    return Events.button("OPTION", new JsonObject().put("title", title).put("buttonList", buttons));
  }

  private static JsonObject elements(JsonObject... elements) {
    return composite(
        "elementList",
        new JsonObject().put("type", "LIST").put("data", Events.list((Object[]) elements)));
  }

  private static JsonObject element(String field, int size) {
    return elements(new JsonObject().put("title", "e").put(field, EMOJI.repeat(size)));
  }

  private static JsonObject elementButton(JsonObject button) {
    return elements(new JsonObject().put("title", "e").put("button", button));
  }

  private static JsonObject menu(JsonArray contents) {
    return new JsonObject().put("menuContent", contents);
  }

  private static JsonObject menus(JsonObject... menus) {
    return menu(Events.list(new JsonObject().put("menus", Events.list((Object[]) menus))));
  }

  private static JsonObject entry(String title, String code) {
    return Events.button("TEXT", new JsonObject().put("title", title).put("code", code));
  }

  private static JsonObject nested(JsonObject inner) {
    return Events.button(
        "NESTED", new JsonObject().put("title", "n").put("menus", Events.list(inner)));
  }

  private static JsonObject[] many(int count, JsonObject one) {
    return Collections.nCopies(count, one).toArray(new JsonObject[0]);
  }
}
