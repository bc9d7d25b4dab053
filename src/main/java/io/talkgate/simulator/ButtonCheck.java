package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** The buttons of protocol §3. Which types may stand where is said by the caller. */
final class ButtonCheck {
  static final Set<String> COMPOSITE =
      Set.of("TEXT", "LINK", "OPTION", "PAY", "TIME", "CALENDAR", "TIMEINTERVAL");
  static final Set<String> QUICK =
      Set.of("TEXT", "LINK", "PAY", "TIME", "CALENDAR", "TIMEINTERVAL");
  static final Set<String> OPTION = Set.of("TEXT", "LINK", "PAY");
  static final Set<String> ELEMENT = Set.of("TEXT", "LINK");

  static final int LONG_TITLE = 18;
  static final int SHORT_TITLE = 10;
  static final int MAX_CODE = 1_000;
  static final int MAX_URL = 2_000;
  static final int MAX_BUTTONS = 10;

  private final Check check;

  ButtonCheck(Check check) {
    this.check = check;
  }

  void quickReply(JsonObject content, String path) {
    if (content.getValue("quickReply") != null) {
      JsonObject quickReply = check.object(content, "quickReply", path);
      list(quickReply, path + ".quickReply", QUICK, SHORT_TITLE, Integer.MAX_VALUE);
    }
  }

  void list(JsonObject in, String path, Set<String> types, int maxTitle, int maxButtons) {
    List<JsonObject> buttons = check.objects(in, "buttonList", path, maxButtons);
    for (int i = 0; i < buttons.size(); i++) {
      button(buttons.get(i), path + ".buttonList[" + i + "]", types, maxTitle);
    }
  }

  void button(JsonObject button, String path, Set<String> types, int maxTitle) {
    check.oneOf(button, "type", path, types);
    JsonObject data = check.object(button, "data", path);
    String at = path + ".data";
    switch (Fields.text(button, "type", "")) {
      case "TEXT" -> text(data, at, maxTitle);
      case "LINK" -> link(data, at, maxTitle);
      case "OPTION" -> option(data, at, maxTitle);
      case "PAY" -> check.object(data, "paymentInfo", at);
      default -> component(data, at, maxTitle);
    }
  }

  private void text(JsonObject data, String path, int maxTitle) {
    check.required(data, "title", path, maxTitle);
    check.optional(data, "code", path, MAX_CODE);
  }

  private void link(JsonObject data, String path, int maxTitle) {
    check.required(data, "title", path, maxTitle);
    check.required(data, "url", path, MAX_URL);
    check.required(data, "mobileUrl", path, MAX_URL);
  }

  private void option(JsonObject data, String path, int maxTitle) {
    check.required(data, "title", path, maxTitle);
    list(data, path, OPTION, SHORT_TITLE, MAX_BUTTONS);
  }

  /** Of TIME, CALENDAR and TIMEINTERVAL NAVER's pages require nothing. */
  private void component(JsonObject data, String path, int maxTitle) {
    check.optional(data, "title", path, maxTitle);
    check.optional(data, "code", path, MAX_CODE);
  }
}
