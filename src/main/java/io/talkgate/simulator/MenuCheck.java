package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code event: persistentMenu} (protocol §3). */
final class MenuCheck {
  private static final int MAX_MENUS = 4;
  private static final int MAX_TITLE = 20;
  private static final int MAX_DEPTH = 3;

  private final Check check = new Check();

  /** What is wrong, naming the field, or null. */
  static @Nullable String problem(JsonObject event) {
    MenuCheck menu = new MenuCheck();
    if (!(event.getValue("menuContent") instanceof JsonArray contents)) {
      return "menuContent is missing";
    }
    menu.check.that(contents.size() <= 1, "menuContent", "has more than 1");
    if (!contents.isEmpty()) {
      JsonObject first = Fields.objects(event, "menuContent").get(0);
      menu.menus(first, "menuContent[0]", 1);
    }
    return menu.check.problem();
  }

  private void menus(JsonObject in, String path, int depth) {
    check.that(depth <= MAX_DEPTH, path, "is deeper than " + MAX_DEPTH);
    List<JsonObject> menus =
        check.objects(in, "menus", path, depth == 1 ? MAX_MENUS : Integer.MAX_VALUE);
    for (int i = 0; depth <= MAX_DEPTH && i < menus.size(); i++) {
      menu(menus.get(i), path + ".menus[" + i + "]", depth);
    }
  }

  private void menu(JsonObject menu, String path, int depth) {
    check.oneOf(menu, "type", path, Set.of("TEXT", "LINK", "NESTED"));
    JsonObject data = check.object(menu, "data", path);
    String at = path + ".data";
    check.required(data, "title", at, MAX_TITLE);
    switch (Fields.text(menu, "type", "")) {
      case "TEXT" -> check.required(data, "code", at, ButtonCheck.MAX_CODE);
      case "LINK" -> link(data, at);
      case "NESTED" -> menus(data, at, depth + 1);
      default -> {}
    }
  }

  private void link(JsonObject data, String path) {
    check.required(data, "url", path, ButtonCheck.MAX_URL);
    check.optional(data, "mobileUrl", path, ButtonCheck.MAX_URL);
  }
}
