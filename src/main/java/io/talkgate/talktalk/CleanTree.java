package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A copy of a tree with every name and text cleaned by {@link CleanText}. Containers below {@value
 * #MAX_DEPTH} levels are replaced by a mark: Jackson neither writes nor reads again more than 1,000
 * levels, so an unknown content kept as deep as it came could never be read back.
 */
final class CleanTree {
  static final int MAX_DEPTH = 100;
  static final String TOO_DEEP = "[nested too deeply]";

  private CleanTree() {}

  static ObjectNode of(ObjectNode tree) {
    return object(tree, 1);
  }

  private static JsonNode any(JsonNode node, int depth) {
    if (node.isTextual()) {
      return TextNode.valueOf(CleanText.of(node.textValue()));
    }
    if (!node.isContainerNode()) {
      return node;
    }
    if (depth > MAX_DEPTH) {
      return TextNode.valueOf(TOO_DEEP);
    }
    return node instanceof ObjectNode object ? object(object, depth) : array(node, depth);
  }

  private static ObjectNode object(ObjectNode from, int depth) {
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    from.properties()
        .forEach(field -> to.set(CleanText.of(field.getKey()), any(field.getValue(), depth + 1)));
    return to;
  }

  private static ArrayNode array(JsonNode from, int depth) {
    ArrayNode to = JsonNodeFactory.instance.arrayNode(from.size());
    from.forEach(element -> to.add(any(element, depth + 1)));
    return to;
  }
}
