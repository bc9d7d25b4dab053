package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Forgiving access to the fields of one object: what is missing or of another type than expected is
 * null, never an error, because NAVER changes types without notice (protocol §2).
 */
record Fields(JsonNode object) {

  /** The field as text; numbers and booleans are written out. */
  @Nullable String text(String name) {
    return scalar(object.path(name));
  }

  /** The field as text, or null when there is nothing but white space in it. */
  @Nullable String textNotBlank(String name) {
    String text = text(name);
    return text == null || text.isBlank() ? null : text;
  }

  /** True or false, also as {@code "true"} or {@code 1}; null when it was not told. */
  @Nullable Boolean bool(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "on" -> Boolean.TRUE;
      case "false", "0", "off" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** A whole number, also as text; null when it is none or does not fit. */
  @Nullable Long number(String name) {
    String text = text(name);
    try {
      return text == null ? null : Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number, also as text; null when it is none. */
  @Nullable Double decimal(String name) {
    String text = text(name);
    try {
      return text == null ? null : Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The texts of an array; a single scalar counts as an array of one. */
  List<String> texts(String name) {
    JsonNode node = object.path(name);
    if (!node.isArray()) {
      String single = scalar(node);
      return single == null ? List.of() : List.of(single);
    }
    return StreamSupport.stream(node.spliterator(), false)
        .filter(JsonNode::isValueNode)
        .filter(element -> !element.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  /** The fields of an object inside, also where NAVER packs it as JSON text; empty when none. */
  Fields inside(String name) {
    JsonNode node = object.path(name);
    return new Fields(node.isTextual() ? unpacked(node.textValue()) : node);
  }

  boolean isPresent() {
    return object.isObject() && !object.isEmpty();
  }

  private static @Nullable String scalar(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }

  private static JsonNode unpacked(String json) {
    try {
      // The text inside was cleaned as text only; its own escapes come to light just now.
      return Json.MAPPER.readTree(json) instanceof ObjectNode object
          ? CleanTree.of(object)
          : Json.MAPPER.missingNode();
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }
}
