package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that are not of the type the protocol shows (protocol §2). */
class StrangeFieldsTest {

  @Test
  void hugeNumbersAreNotTold() {
    for (String number : new String[] {"1e999999999", "9".repeat(999), "1.5", "-1e400"}) {
      SendEvent send =
          assertInstanceOf(
              SendEvent.class,
              Events.read(
                  Events.event(
                      "send",
                      "u",
                      ",\"messageId\":" + number + ",\"textContent\":{\"text\":\"a\"}")));
      assertNull(send.messageId(), number);
    }
    assertNotNull(
        Events.unreadable(Events.event("send", "u", ",\"messageId\":" + "9".repeat(1001))));
  }

  @Test
  void anUnexpectedTypeOfAFieldNeverCostsTheEvent() {
    SendEvent send =
        assertInstanceOf(
            SendEvent.class,
            Events.read(
                Events.event(
                    "send",
                    "u",
                    ",\"partner\":5,\"standby\":\"true\",\"messageId\":\"18\",\"options\":[],"
                        + "\"textContent\":{\"text\":12,\"inputType\":{},\"code\":false}")));

    assertEquals("5", send.partner());
    assertTrue(send.standby());
    assertEquals(18L, send.messageId());
    assertEquals(new TextContent("12", null, null, "false", null), send.content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"open", "friend", "echo", "handover", "profile", "pay_complete", "pay_confirm"})
  void optionsOfAnyShapeNeverCostTheEvent(String name) {
    for (String options : new String[] {"null", "7", "\"x\"", "[1]", "{\"metadata\":\"{\"}"}) {
      assertEquals("u", Events.read(Events.event(name, "u", ",\"options\":" + options)).user());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"textContent\":{}",
        ",\"textContent\":\"hi\"",
        ",\"textContent\":{\"text\":\"a\"},\"imageContent\":{\"imageUrl\":\"https://a.example\"}",
        ",\"imageContent\":{\"height\":3}",
        ",\"textContent\":{\"text\":{\"a\":1}}",
        ",\"compositeContent\":{\"compositeList\":7}",
        ",\"compositeContent\":{\"compositeList\":[{\"title\":{\"a\":1}}]}",
        ",\"textContent\":{\"text\":\"a\",\"quickReply\":\"x\"}"
      })
  void noneTwoOrMisfittingContentsAreKeptAsUnknown(String contents) {
    SendEvent send =
        assertInstanceOf(SendEvent.class, Events.read(Events.event("send", "u", contents)));

    UnknownContent unknown = assertInstanceOf(UnknownContent.class, send.content());
    assertEquals(
        Json.MAPPER.valueToTree(unknown.raw()).toString(),
        contents.isEmpty() ? "{}" : "{" + contents.substring(1) + "}");
  }

  @Test
  void whatPostgresRefusesIsReplacedEverywhere() throws Exception {
    TalkTalkEvent text =
        Events.read(
            Events.event(
                "send",
                "u",
                ",\"textContent\":{\"text\":\"a\\u0000b\\ud83dc\\ude00\\ud83d\\ude00\"}"));
    TalkTalkEvent raw =
        Events.read(Events.event("send", "u", ",\"xContent\":{\"\\u0000\":\"\\udfff\"}"));
    TalkTalkEvent packed =
        Events.read(
            Events.event(
                "handover",
                "u",
                ",\"options\":{\"metadata\":\"{\\\"managerNickname\\\":\\\"\\\\u0000\\\"}\"}"));

    assertEquals("a\uFFFDb\uFFFDc\uFFFD\uD83D\uDE00", ((SendEvent) text).content().text());
    assertEquals(
        "{\"type\":\"UNKNOWN\",\"raw\":{\"xContent\":{\"\uFFFD\":\"\uFFFD\"}}}",
        Json.MAPPER.writeValueAsString(((SendEvent) raw).content()));
    assertEquals("\uFFFD", ((HandoverEvent) packed).managerNickname());
  }
}
