package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFixturesTest {
  private static final Map<String, Class<?>> RECORDS =
      Map.of(
          "open", OpenEvent.class,
          "send", SendEvent.class,
          "leave", LeaveEvent.class,
          "friend", FriendEvent.class,
          "echo", EchoEvent.class,
          "handover", HandoverEvent.class,
          "profile", ProfileEvent.class,
          "pay_complete", PayCompleteEvent.class,
          "pay_confirm", PayConfirmEvent.class,
          "reaction", UnknownEvent.class);

  /** Fields whose values are words, numbers or places of people. */
  private static final Set<String> PERSONAL =
      Set.of(
          "text", "title", "description", "nickname", "cellphone", "roadAddr", "detAddr", "zipNo");

  static List<String> events() {
    return Fixtures.names("events");
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyFixtureIsReadAsItsRecord(String name) throws IOException {
    byte[] raw = Fixtures.bytes("events/" + name);
    JsonNode tree = Json.MAPPER.readTree(raw);

    TalkTalkEvent event = Events.read(raw);

    assertEquals(RECORDS.get(tree.path("event").asText()), event.getClass());
    assertEquals("al-2eGuGr5WQOnco1_V-FQ", event.user());
    assertEquals(tree.path("partner").textValue(), event.partner());
  }

  @ParameterizedTest
  @MethodSource("events")
  void noEventShowsPersonalDataInToString(String name) throws IOException {
    byte[] raw = Fixtures.bytes("events/" + name);
    TalkTalkEvent event = Events.read(raw);

    for (String field : PERSONAL) {
      for (JsonNode value : Json.MAPPER.readTree(raw).findValues(field)) {
        assertFalse(event.toString().contains(value.asText()), field + " in " + event);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void onlyAnUnknownContentIsReadAsUnknown(String name) {
    TalkTalkEvent event = Events.read(Fixtures.bytes("events/" + name));
    Content content =
        event instanceof SendEvent send
            ? send.content()
            : event instanceof EchoEvent echo ? echo.content() : null;

    assertEquals(name.contains("unknown-content"), content instanceof UnknownContent);
  }

  @Test
  void everyEventTypeHasAFixture() {
    Set<String> seen =
        events().stream()
            .map(name -> Events.read(Fixtures.bytes("events/" + name)).getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        RECORDS.values().stream().map(Class::getSimpleName).collect(Collectors.toSet());

    assertEquals(new TreeSet<>(all), seen);
    // open to send to unknown: the sealed interfaces know no others
    assertEquals(all.size(), CustomerEvent.class.getPermittedSubclasses().length + 1);
    assertInstanceOf(UnknownEvent.class, Events.read(Fixtures.bytes("events/unknown")));
  }
}
