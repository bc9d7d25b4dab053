package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one content of a send or echo event (protocol §2). None, two, an unknown one or one
 * that does not fit its record becomes an {@link UnknownContent} that keeps all of it.
 */
final class ContentReader {
  private static final Set<String> ENVELOPE =
      Set.of("event", "user", "partner", "standby", "messageId", "echoedEvent");

  private final ObjectNode event;
  private final Fields options;
  private final @Nullable Product product;

  ContentReader(Fields event, Fields options, @Nullable Product product) {
    this.event = (ObjectNode) event.object();
    this.options = options;
    this.product = product;
  }

  /** The content of an event that must have one. */
  Content required() {
    Content content = orNull();
    return content == null ? unknown() : content;
  }

  /** The content, or null when the event has none. */
  @Nullable Content orNull() {
    List<String> names = names();
    if (names.isEmpty()) {
      return productEcho();
    }
    Content content = names.size() == 1 ? read(names.get(0)) : null;
    return content == null ? unknown() : content;
  }

  private List<String> names() {
    return event.properties().stream()
        .filter(field -> field.getKey().endsWith("Content") && !isEmpty(field.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private @Nullable Content read(String name) {
    JsonNode node = event.path(name);
    if (!node.isObject()) {
      return null;
    }
    Fields fields = new Fields(node);
    try {
      return switch (name) {
        case "textContent" -> text(fields);
        case "imageContent" -> image(fields);
        case "fileContent" -> file(fields);
        case "compositeContent" -> composite((ObjectNode) node);
        case "marketingContent" -> marketing(fields);
        default -> null;
      };
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private @Nullable Content text(Fields fields) throws JsonProcessingException {
    String words = fields.text("text");
    String inputType = fields.text("inputType");
    String code = fields.text("code");
    boolean wordless = words == null && inputType == null && code == null;
    return wordless || fields.object().path("text").isContainerNode()
        ? null
        : new TextContent(words == null ? "" : words, quickReply(fields), inputType, code, product);
  }

  private static @Nullable Content image(Fields fields) throws JsonProcessingException {
    String url = fields.textNotBlank("imageUrl");
    String id = fields.textNotBlank("imageId");
    return url == null && id == null ? null : new ImageContent(url, id, quickReply(fields));
  }

  private static @Nullable Content file(Fields fields) {
    String url = fields.textNotBlank("downloadUrl");
    return url == null
        ? null
        : new FileContent(url, fields.text("fileName"), fields.text("expireDate"));
  }

  private static @Nullable Content marketing(Fields fields) {
    String number = fields.text("marketingMessageNo");
    String text = fields.text("marketingText");
    return number == null && text == null ? null : new MarketingContent(number, text);
  }

  private static @Nullable Content composite(ObjectNode node) throws JsonProcessingException {
    ObjectNode typed = node.deepCopy().put("type", "COMPOSITE");
    CompositeContent content = Json.MAPPER.treeToValue(typed, CompositeContent.class);
    return content.compositeList() == null ? null : content;
  }

  private static @Nullable QuickReply quickReply(Fields fields) throws JsonProcessingException {
    JsonNode node = fields.object().path("quickReply");
    return isEmpty(node) ? null : Json.MAPPER.treeToValue(node, QuickReply.class);
  }

  /** The echo of {@code event: product} has no content of its own, only options (protocol §3). */
  private @Nullable Content productEcho() {
    if (!options.object().path("ids").isArray()) {
      return null;
    }
    ObjectNode typed = Json.MAPPER.createObjectNode().put("type", "PRODUCT");
    typed.set("ids", options.object().path("ids"));
    typed.set("displayType", options.object().path("displayType"));
    try {
      return Json.MAPPER.treeToValue(typed, ProductContent.class);
    } catch (JsonProcessingException e) {
      return unknown();
    }
  }

  private UnknownContent unknown() {
    return new UnknownContent(event.deepCopy().without(ENVELOPE));
  }

  private static boolean isEmpty(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode child : node) {
        if (!isEmpty(child)) {
          return false;
        }
      }
      return true;
    }
    return node.isNull()
        || node.isMissingNode()
        || (node.isTextual() && node.textValue().isEmpty());
  }
}
