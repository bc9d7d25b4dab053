package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contents of {@code event: send} (protocol §3). */
final class ContentCheck {
  static final List<String> CONTENTS = List.of("textContent", "imageContent", "compositeContent");

  private static final int MAX_TEXT = 10_000;

  private ContentCheck() {}

  /** What is wrong, naming the field, or null. */
  static @Nullable String problem(JsonObject event) {
    Check check = new Check();
    List<String> given = CONTENTS.stream().filter(name -> event.getValue(name) != null).toList();
    check.that(
        given.size() == 1, "textContent|imageContent|compositeContent", "must be there once");
    for (String name : given) {
      content(check, name, check.object(event, name, ""));
    }
    options(check, event);
    return check.problem();
  }

  private static void content(Check check, String name, JsonObject content) {
    ButtonCheck buttons = new ButtonCheck(check);
    switch (name) {
      case "textContent" -> {
        check.required(content, "text", name, MAX_TEXT);
        check.optional(content, "code", name, ButtonCheck.MAX_CODE);
        buttons.quickReply(content, name);
      }
      case "imageContent" -> {
        image(check, content, name);
        buttons.quickReply(content, name);
      }
      default -> new CompositeCheck(check, buttons).content(content);
    }
  }

  /** An image is given by URL or by the id of an uploaded one. */
  static void image(Check check, JsonObject image, String path) {
    if (image.getValue("imageId") == null) {
      check.required(image, "imageUrl", path, ButtonCheck.MAX_URL);
    } else {
      check.required(image, "imageId", path, ButtonCheck.MAX_URL);
    }
  }

  private static void options(Check check, JsonObject event) {
    if (event.getValue("options") != null) {
      JsonObject options = check.object(event, "options", "");
      check.flag(options, "notification", "options");
      check.flag(options, "readBySend", "options");
    }
  }
}
