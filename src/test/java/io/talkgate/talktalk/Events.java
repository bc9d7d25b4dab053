package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;

/** Reads events in tests, with a failure that says what was wrong. */
final class Events {
  private Events() {}

  static TalkTalkEvent read(byte[] raw) {
    ParsedEvent parsed = TalkTalkEvents.parse(raw);
    return assertInstanceOf(ParsedEvent.Readable.class, parsed, parsed.toString()).event();
  }

  static TalkTalkEvent read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  static ParsedEvent.Unreadable unreadable(byte[] raw) {
    ParsedEvent parsed = TalkTalkEvents.parse(raw);
    return assertInstanceOf(ParsedEvent.Unreadable.class, parsed, parsed.toString());
  }

  static ParsedEvent.Unreadable unreadable(String json) {
    return unreadable(json.getBytes(StandardCharsets.UTF_8));
  }

  /** An event as JSON; the rest begins with a comma. */
  static String event(String name, String user, String rest) {
    return "{\"event\":\"" + name + "\",\"user\":\"" + user + "\"" + rest + "}";
  }
}
