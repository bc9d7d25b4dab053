package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** compositeContent (protocol §3). */
final class CompositeCheck {
  private static final int MAX_COMPOSITES = 10;
  private static final int MAX_ELEMENTS = 3;
  private static final int MAX_TITLE = 200;
  private static final int MAX_DESCRIPTION = 1_000;
  private static final int MAX_ELEMENT_TEXT = 100;

  private final Check check;
  private final ButtonCheck buttons;

  CompositeCheck(Check check, ButtonCheck buttons) {
    this.check = check;
    this.buttons = buttons;
  }

  void content(JsonObject content) {
    String path = "compositeContent";
    List<JsonObject> composites = check.objects(content, "compositeList", path, MAX_COMPOSITES);
    for (int i = 0; i < composites.size(); i++) {
      composite(composites.get(i), path + ".compositeList[" + i + "]");
    }
    buttons.quickReply(content, path);
  }

  private void composite(JsonObject composite, String path) {
    long bodies = count(composite, "title", "description", "elementList");
    check.that(bodies >= 1, path, "needs one of title, description, elementList");
    check.that(bodies + count(composite, "image", "buttonList") >= 2, path, "needs two properties");
    check.optional(composite, "title", path, MAX_TITLE);
    check.optional(composite, "description", path, MAX_DESCRIPTION);
    image(composite, path);
    if (composite.getValue("elementList") != null) {
      elements(check.object(composite, "elementList", path), path + ".elementList");
    }
    if (composite.getValue("buttonList") != null) {
      buttons.list(
          composite, path, ButtonCheck.COMPOSITE, ButtonCheck.LONG_TITLE, ButtonCheck.MAX_BUTTONS);
    }
  }

  private void elements(JsonObject list, String path) {
    check.that("LIST".equals(Fields.text(list, "type")), path + ".type", "is not LIST");
    List<JsonObject> elements = check.objects(list, "data", path, MAX_ELEMENTS);
    for (int i = 0; i < elements.size(); i++) {
      element(elements.get(i), path + ".data[" + i + "]");
    }
  }

  private void element(JsonObject element, String path) {
    check.required(element, "title", path, MAX_ELEMENT_TEXT);
    check.optional(element, "description", path, MAX_ELEMENT_TEXT);
    check.optional(element, "subDescription", path, MAX_ELEMENT_TEXT);
    image(element, path);
    if (element.getValue("button") != null) {
      JsonObject button = check.object(element, "button", path);
      buttons.button(button, path + ".button", ButtonCheck.ELEMENT, ButtonCheck.SHORT_TITLE);
    }
  }

  private void image(JsonObject owner, String path) {
    if (owner.getValue("image") != null) {
      ContentCheck.image(check, check.object(owner, "image", path), path + ".image");
    }
  }

  private static long count(JsonObject in, String... names) {
    return Stream.of(names).filter(name -> in.getValue(name) != null).count();
  }
}
