package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events that carry nothing but options: action, product, profile, handover (protocol §3). */
final class OptionsCheck {
  static final Set<String> PROFILE_FIELDS = Set.of("nickname", "cellphone", "address");
  private static final int MAX_SINGLE = 15;
  private static final int MAX_LIST = 4;

  private final Check check = new Check();

  private OptionsCheck() {}

  /** What is wrong, naming the field, or null. */
  static @Nullable String problem(String event, JsonObject body) {
    OptionsCheck options = new OptionsCheck();
    options.check(event, body, options.check.object(body, "options", ""));
    return options.check.problem();
  }

  private void check(String event, JsonObject body, JsonObject options) {
    switch (event) {
      case "action" -> check.oneOf(options, "action", "options", Set.of("typingOn", "typingOff"));
      case "product" -> product(options);
      case "profile" -> profile(options);
      default -> handover(body, options);
    }
  }

  private void product(JsonObject options) {
    check.oneOf(options, "displayType", "options", Set.of("single", "list"));
    int max = "list".equals(Fields.text(options, "displayType")) ? MAX_LIST : MAX_SINGLE;
    JsonArray ids = options.getValue("ids") instanceof JsonArray given ? given : new JsonArray();
    check.that(!ids.isEmpty(), "options.ids", "is missing");
    check.that(ids.size() <= max, "options.ids", "has more than " + max);
    ids.forEach(id -> check.that(isProductNumber(id), "options.ids", "holds no product number"));
  }

  private static boolean isProductNumber(@Nullable Object id) {
    return id instanceof Integer
        || id instanceof Long
        || (id instanceof String text && text.matches("[0-9]{1,18}"));
  }

  private void profile(JsonObject options) {
    check.oneOf(options, "field", "options", PROFILE_FIELDS);
    Object agreements = options.getValue("agreements");
    check.that(
        agreements == null || agreements instanceof JsonArray, "options.agreements", "is no list");
    check.that(
        PROFILE_FIELDS.containsAll(Fields.texts(options, "agreements")),
        "options.agreements",
        "is not of " + PROFILE_FIELDS);
  }

  private void handover(JsonObject body, JsonObject options) {
    check.required(body, "partner", "", 100);
    check.oneOf(options, "control", "options", Set.of("passThread", "takeThread"));
    if ("passThread".equals(Fields.text(options, "control"))) {
      check.that(Fields.number(options, "targetId", 0) == 1, "options.targetId", "is not 1");
    }
  }
}
