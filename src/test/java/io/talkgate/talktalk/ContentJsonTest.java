package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a plain mapper, as the API and the database may use any. */
class ContentJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> OUTGOING = Set.of("TEXT", "IMAGE", "COMPOSITE", "PRODUCT");

  static List<String> contents() {
    return Fixtures.names("contents");
  }

  @ParameterizedTest
  @MethodSource("contents")
  void everyContentIsWrittenAsItWasReadWithItsTypeInFront(String name) throws IOException {
    byte[] json = Fixtures.bytes("contents/" + name);

    Content content = MAPPER.readValue(json, Content.class);
    String written = MAPPER.writeValueAsString(content);

    assertEquals(MAPPER.readTree(json), MAPPER.readTree(written));
    assertTrue(written.startsWith("{\"type\":"), written);
    assertEquals(content, MAPPER.readValue(written, Content.class));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void anAgentMaySendFourTypesAndNoOther(String name) throws IOException {
    JsonNode json = MAPPER.readTree(Fixtures.bytes("contents/" + name));

    if (OUTGOING.contains(json.path("type").asText())) {
      assertEquals(
          MAPPER.treeToValue(json, Content.class), MAPPER.treeToValue(json, OutgoingContent.class));
    } else {
      assertThrows(
          InvalidTypeIdException.class, () -> MAPPER.treeToValue(json, OutgoingContent.class));
    }
  }

  @Test
  void everyTypeHasAFixture() {
    Set<Class<?>> seen =
        contents().stream()
            .map(ContentJsonTest::fixture)
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertEquals(8, seen.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"HOLOGRAM\"}",
        "{\"text\":\"a\"}",
        "{}",
        "{\"type\":null,\"text\":\"a\"}",
        "{\"type\":\"COMPOSITE\",\"compositeList\":7}",
        "{\"type\":\"PRODUCT\",\"ids\":[1],\"displayType\":\"wall\"}",
        "{\"type\":\"PRODUCT\",\"ids\":[\"x\"],\"displayType\":\"list\"}",
        "[]",
        "\"TEXT\""
      })
  void whatIsNoContentIsAnOrdinaryMappingError(String json) {
    assertThrows(
        MismatchedInputException.class, () -> MAPPER.readValue(json, OutgoingContent.class));
  }

  @Test
  void missingOrUnknownTypeIsAnInvalidTypeId() {
    assertThrows(
        InvalidTypeIdException.class, () -> MAPPER.readValue("{\"text\":\"a\"}", Content.class));
    assertThrows(
        InvalidTypeIdException.class, () -> MAPPER.readValue("{\"type\":\"X\"}", Content.class));
  }

  @Test
  void aFieldOfANewerVersionIsIgnored() throws JsonProcessingException {
    assertEquals(
        TextContent.of("a"),
        MAPPER.readValue("{\"type\":\"TEXT\",\"text\":\"a\",\"new\":1}", Content.class));
  }

  @ParameterizedTest
  @CsvSource({
    "text,when does it arrive?",
    "file,receipt.pdf",
    "marketing,autumn sale",
    "system,20261122NP1",
    "image,",
    "product,",
    "unknown,"
  })
  void theSearchableTextIsTheWords(String name, String text) {
    assertEquals(text, fixture(name).text());
  }

  @Test
  void theSearchableTextOfACompositeIsAllItsWords() {
    assertEquals(
        "order\ntwo pairs\nsocks\nwool\nblue\nsee\ncancel\nopen\nmore\ntime\nday\nslot",
        fixture("composite").text());
    assertNull(new CompositeContent(null, null).text());
  }

  @ParameterizedTest
  @MethodSource("contents")
  void noContentShowsItsWordsInToString(String name) {
    Content content = fixture(name);

    for (String word : Objects.requireNonNullElse(content.text(), "").lines().toList()) {
      if (!(content instanceof SystemContent)) {
        assertFalse(content.toString().contains(word), content.toString());
      }
    }
  }

  @Test
  void aButtonOfAnUnknownTypeIsKept() throws JsonProcessingException {
    CompositeContent content =
        assertInstanceOf(CompositeContent.class, fixture("composite-unknown-button"));
    Button button =
        Objects.requireNonNull(Objects.requireNonNull(content.compositeList()).get(0).buttonList())
            .get(0);

    assertInstanceOf(UnknownButton.class, button);
    assertEquals("beam", button.title());
    assertInstanceOf(
        UnknownButton.class, MAPPER.readValue("{\"data\":{\"title\":\"x\"}}", Button.class));
  }

  private static Content fixture(String name) {
    try {
      return MAPPER.readValue(Fixtures.bytes("contents/" + name), Content.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
