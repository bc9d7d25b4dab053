package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes contents to send out of JSON with single quotes, and names what is wrong with them. */
final class Outgoing {
  /** One code point, two chars: limits count the former. */
  static final String FACE = "\uD83D\uDE00";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private Outgoing() {}

  static OutgoingContent fixture(String name) {
    try {
      return MAPPER.readValue(Fixtures.bytes("contents/" + name), OutgoingContent.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  static OutgoingContent cards(int count) {
    return composite(Collections.nCopies(count, "{'title':'a','description':'b'}"));
  }

  static OutgoingContent card(String card) {
    return composite(List.of(card));
  }

  static OutgoingContent composite(List<String> cards) {
    return json("{'type':'COMPOSITE','compositeList':[" + String.join(",", cards) + "]}");
  }

  static OutgoingContent rows(String type, List<String> rows) {
    return card(
        "{'title':'a','elementList':{'type':'"
            + type
            + "','data':["
            + String.join(",", rows)
            + "]}}");
  }

  static OutgoingContent buttons(List<String> buttons) {
    return card("{'title':'a','description':'b','buttonList':[" + String.join(",", buttons) + "]}");
  }

  static OutgoingContent quickReply(String button) {
    return json("{'type':'TEXT','text':'a','quickReply':{'buttonList':[" + button + "]}}");
  }

  static String text(int titleLength) {
    return "{'type':'TEXT','data':{'title':'" + FACE.repeat(titleLength) + "'}}";
  }

  static String option(List<String> buttons) {
    return "{'type':'OPTION','data':{'title':'a','buttonList':["
        + String.join(",", buttons)
        + "]}}";
  }

  static OutgoingContent json(String json) {
    try {
      return MAPPER.readValue(json.replace('\'', '"'), OutgoingContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static void assertValid(OutgoingContent content) {
    assertEquals(Set.of(), paths(content));
  }

  static void assertPaths(OutgoingContent content, String... paths) {
    assertEquals(new TreeSet<>(List.of(paths)), paths(content));
  }

  static Set<String> paths(OutgoingContent content) {
    return VALIDATOR.validate(content).stream()
        .map(violation -> violation.getPropertyPath().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
