package io.talkgate.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event's body as managers may see it to find out what is wrong with it: phone numbers and all
 * that a profile event tells (protocol §2) are replaced by a mark. Rather too much than too little.
 */
final class MaskedBody {
  static final String MASK = PersonalNumbers.MASK;
  static final int MAX_CHARACTERS = 64 * 1024;

  /** A mobile number that was written as a JSON number has lost its 0. */
  private static final Pattern PHONE_AS_NUMBER = Pattern.compile("(?:82)?1[016-9]\\d{7,8}");

  private static final Pattern ESCAPED_DIGIT = Pattern.compile("\\\\u003([0-9])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private static final Set<String> PERSONAL =
      Set.of(
          "nickname",
          "cellphone",
          "address",
          "roadaddr",
          "detaddr",
          "zipno",
          "rnmgtsn",
          "latitude",
          "longitude");

  /** Words of a profile event that tell nothing of the person. */
  private static final Set<String> HARMLESS =
      Set.of(
          "event",
          "user",
          "partner",
          "options",
          "profile",
          "result",
          "withdrawals",
          "field",
          "success",
          "disagree",
          "cancel",
          "withdraw",
          "true",
          "false",
          "null");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private MaskedBody() {}

  /** Masks a body, readable or not. */
  static String of(byte[] body) {
    return cut(masked(body));
  }

  private static String masked(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree.isMissingNode()) {
        return text(body);
      }
      boolean profile = "profile".equals(tree.path("event").asText());
      return MAPPER.writeValueAsString(profile ? profile(tree) : any(tree));
    } catch (JsonProcessingException notJson) {
      return text(body);
    } catch (IOException notUnicode) {
      return bytes(body);
    }
  }

  /** Its options are about the person, also those that NAVER may add. */
  private static JsonNode profile(JsonNode event) {
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    event
        .properties()
        .forEach(
            field -> to.set(key(field.getKey()), profileField(field.getKey(), field.getValue())));
    return to;
  }

  private static JsonNode profileField(String name, JsonNode value) {
    if (name.equals("options") && value instanceof ObjectNode options) {
      return profile(options);
    }
    return HARMLESS.contains(name) ? any(value) : TextNode.valueOf(MASK);
  }

  private static JsonNode any(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(PersonalNumbers.masked(node.textValue()));
    }
    if (node.isNumber() && PHONE_AS_NUMBER.matcher(node.asText()).matches()) {
      return TextNode.valueOf(MASK);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode to = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              field ->
                  to.set(
                      key(field.getKey()),
                      isPersonal(field.getKey()) ? TextNode.valueOf(MASK) : any(field.getValue())));
      return to;
    }
    return node.isArray() ? array(node) : node;
  }

  private static ArrayNode array(JsonNode from) {
    ArrayNode to = JsonNodeFactory.instance.arrayNode(from.size());
    from.forEach(element -> to.add(any(element)));
    return to;
  }

  private static String key(String name) {
    return PersonalNumbers.masked(name);
  }

  /** No JSON: where it may be a profile, only its punctuation and harmless words are left. */
  private static String text(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException otherEncoding) {
      return bytes(body);
    }
    if (text.indexOf('\0') >= 0) { // UTF-16 would hide what is to be masked
      return bytes(body);
    }
    String digits = ESCAPED_DIGIT.matcher(text).replaceAll("$1");
    return mayBeProfile(digits) ? wordsMasked(digits) : PersonalNumbers.masked(digits);
  }

  private static boolean mayBeProfile(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("profile") || PERSONAL.stream().anyMatch(lower::contains);
  }

  private static String wordsMasked(String text) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                isPersonal(word.group()) || HARMLESS.contains(word.group().toLowerCase(Locale.ROOT))
                    ? word.group()
                    : "*".repeat(word.group().length()));
  }

  private static boolean isPersonal(String name) {
    return PERSONAL.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String bytes(byte[] body) {
    return "[%d bytes that are not UTF-8]".formatted(body.length);
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARACTERS
        ? text
        : text.substring(0, MAX_CHARACTERS) + "[cut: %d characters]".formatted(text.length());
  }
}
