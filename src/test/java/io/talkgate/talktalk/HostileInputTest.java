package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "[{\"event\":\"send\"}]",
        "1",
        "\"send\"",
        "null",
        "true",
        "<html>",
        "{"
      })
  void whatIsNoJsonObjectIsUnreadable(String body) {
    assertNull(Events.unreadable(body).eventName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user\":\"u\"}",
        "{\"event\":null,\"user\":\"u\"}",
        "{\"event\":7,\"user\":\"u\"}",
        "{\"event\":\"\",\"user\":\"u\"}",
        "{\"event\":{\"event\":\"send\"},\"user\":\"u\"}"
      })
  void anEventWithoutANameIsUnreadable(String body) {
    assertEquals("event name missing or not a text", Events.unreadable(body).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"event\":\"send\"} | user is missing",
        "{\"event\":\"send\",\"user\":null} | user is not a text",
        "{\"event\":\"send\",\"user\":12} | user is not a text",
        "{\"event\":\"send\",\"user\":[\"u\"]} | user is not a text",
        "{\"event\":\"send\",\"user\":\"\"} | user is empty",
        "{\"event\":\"send\",\"user\":\"a\\u0000b\"} | user contains control characters",
        "{\"event\":\"send\",\"user\":\"a\\nb\"} | user contains control characters",
        "{\"event\":\"send\",\"user\":\"a\\ud800b\"} | user contains control characters",
        "{\"event\":\"send\",\"user\":\"u\",\"user\":7} | user is not a text"
      })
  void aKnownEventWithoutAProperUserSaysWhatIsWrong(String body, String reason) {
    ParsedEvent.Unreadable unreadable = Events.unreadable(body);

    assertEquals(reason, unreadable.reason());
    assertEquals("send", unreadable.eventName());
  }

  @Test
  void aUserMayHave200CodePointsAndNotOneMore() {
    String longest = "\uD83D\uDE00".repeat(200);

    assertEquals(longest, Events.read(Events.event("leave", longest, "")).user());
    assertEquals(
        "user is longer than 200 characters",
        Events.unreadable(Events.event("leave", longest + "x", "")).reason());
  }

  @Test
  void anUnknownEventNeedsNoUser() {
    assertEquals(
        new UnknownEvent("reaction", null, null),
        Events.read("{\"event\":\"reaction\",\"user\":7}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"pay_complete\"}",
        "{\"event\":\"pay_complete\",\"user\":",
        "{\"event\":\"pay_complete\",\"user\":\"u\"} trailing",
        "{\"event\":\"pay_complete\",\"user\":\"u\"}{\"event\":\"send\",\"user\":\"u\"}",
        "{\"options\":{\"a\":nonsense},\"event\" : \"pay_complete\"}",
        "{\"event\":\"pay\\u005fcomplete\",\"user\":nonsense}",
        "{\"textContent\":{\"text\":\"\\\"event\\\":\\\"send\\\"\"},\"event\":\"pay_complete\",,}"
      })
  void aPaymentIsRecognisedHoweverBrokenTheRestIs(String body) {
    assertEquals("pay_complete", Events.unreadable(body).eventName());
  }

  @Test
  void badUtf8IsUnreadableButTellsTheEvent() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"user\":\"".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    body.writeBytes("\",\"event\":\"pay_complete\"}".getBytes(StandardCharsets.UTF_8));

    assertEquals("pay_complete", Events.unreadable(body.toByteArray()).eventName());
  }

  @Test
  void noReasonRepeatsTheCustomersWords() {
    String reason =
        Events.unreadable("{\"event\":\"send\",\"user\":\"u\",\"x\":secretword}").reason();

    assertFalse(reason.contains("secretword"), reason);
    assertTrue(reason.startsWith("not JSON"), reason);
  }

  @Test
  void deepNestingIsUnreadableOrCutButNeverThrows() {
    ParsedEvent.Unreadable tooDeep =
        Events.unreadable(Events.event("send", "u", ",\"x\":" + nested(10_000)));

    assertEquals("send", tooDeep.eventName());
    assertTrue(tooDeep.reason().contains("deep"), tooDeep.reason());
  }

  @Test
  void whatIsKeptOfDeepNestingCanBeWrittenAndReadAgain() throws Exception {
    SendEvent send =
        assertInstanceOf(
            SendEvent.class,
            Events.read(Events.event("send", "u", ",\"xContent\":" + nested(990))));

    String stored = Json.MAPPER.writeValueAsString(send.content());

    assertTrue(stored.contains(CleanTree.TOO_DEEP));
    assertEquals(send.content(), Json.MAPPER.readValue(stored, Content.class));
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    assertEquals("u", Events.read("\uFEFF" + Events.event("leave", "u", "")).user());
  }

  @Test
  void theLastOfDuplicateKeysStands() {
    assertInstanceOf(
        LeaveEvent.class, Events.read("{\"event\":\"open\",\"event\":\"leave\",\"user\":\"u\"}"));
  }

  @Test
  void aBodyOfTenMebibytesIsRead() {
    String text = "x".repeat(10 * 1024 * 1024 - 100);

    SendEvent send =
        assertInstanceOf(
            SendEvent.class,
            Events.read(Events.event("send", "u", ",\"textContent\":{\"text\":\"" + text + "\"}")));

    assertEquals(text, send.content().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[],", "{},", "1,", "[[[[[[[[]]]]]]]],", "{\"a\":[]},"})
  void tenMebibytesOfEmptyThingsTakeNoMemoryAndStillTellTheEvent(String thing) {
    String things = thing.repeat(10 * 1024 * 1024 / thing.length() - 20) + "1";
    byte[] body =
        Events.event("pay_complete", "u", ",\"x\":[" + things + "]")
            .getBytes(StandardCharsets.UTF_8);
    long before = allocated();

    ParsedEvent.Unreadable unreadable =
        assertInstanceOf(ParsedEvent.Unreadable.class, TalkTalkEvents.parse(body));

    assertEquals("pay_complete", unreadable.eventName());
    assertTrue(allocated() - before < 8 * 1024 * 1024, "allocated " + (allocated() - before));
  }

  @Test
  void theLargestCompositeThatNaverAllowsIsRead() {
    String options =
        "["
            + "{\"type\":\"TEXT\",\"data\":{\"title\":\"t\",\"code\":\"c\"}},".repeat(9)
            + "{\"type\":\"TEXT\",\"data\":{\"title\":\"t\"}}]";
    String button =
        "{\"type\":\"OPTION\",\"data\":{\"title\":\"t\",\"buttonList\":" + options + "}}";
    String element = "{\"title\":\"t\",\"description\":\"d\",\"button\":" + button + "}";
    String one =
        "{\"title\":\"t\",\"elementList\":{\"type\":\"LIST\",\"data\":["
            + (element + ",").repeat(2)
            + element
            + "]},\"buttonList\":["
            + (button + ",").repeat(9)
            + button
            + "]}";
    String composite = "{\"compositeList\":[" + (one + ",").repeat(9) + one + "]}";

    SendEvent send =
        assertInstanceOf(
            SendEvent.class,
            Events.read(Events.event("send", "u", ",\"compositeContent\":" + composite)));

    assertInstanceOf(CompositeContent.class, send.content());
  }

  @Test
  void randomlyDamagedEventsNeverThrow() {
    Random random = new Random(20261122);
    for (String name : Fixtures.names("events")) {
      byte[] fixture = Fixtures.bytes("events/" + name);
      for (int round = 0; round < 200; round++) {
        byte[] damaged = fixture.clone();
        for (int i = 0; i < 1 + round % 5; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        assertNotNull(TalkTalkEvents.parse(damaged).toString());
      }
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
  }
}
