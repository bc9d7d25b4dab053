package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a body that is too large for memory is what is said of it in memory. */
class GlanceTest {
  private static final Pattern FIELD =
      Pattern.compile("\"event\"[ \\t\\r\\n]*:[ \\t\\r\\n]*\"([A-Za-z0-9_.-]{1,100})\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"send\",\"user\":\"u\"}",
        "{\"event\":\"pay_complete\",\"user\":\"u\"}",
        "{\"event\":\"open\",\"event\":\"pay\\u005fcomplete\",\"user\":\"a\",\"user\":\"u\"}",
        "{\"event\":\"pay_complete\",\"event\":7,\"user\":\"u\"}",
        "{\"options\":{\"event\":\"pay_complete\"},\"event\":\"send\",\"user\":\"u\"}",
        "{\"event\":\"pay_complete\",\"user\":",
        "{\"event\":\"pay_complete\",\"user\":\"u\"} trailing",
        "{\"options\":{\"a\":nonsense},\"event\" : \"pay_complete\"}",
        "{\"event\":\"\",\"user\":\"u\"}",
        "{\"event\":\"send\",\"user\":\"a\\u0000b\"}",
        "{\"event\":\"send\",\"user\":\"\"}",
        "{\"event\":\"reaction\",\"user\":7}",
        "{\"user\":\"u\"}",
        "[{\"event\":\"pay_complete\"}]",
        "\"event\"",
        "",
        "not json"
      })
  void aGlanceSaysWhatAReadingSays(String body) throws IOException {
    assertSame(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void soItIsWithDamagedEvents() throws IOException {
    Random random = new Random(20261123);
    for (String name : Fixtures.names("events")) {
      for (int round = 0; round < 100; round++) {
        byte[] damaged = Fixtures.bytes("events/" + name);
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        assertSame(damaged);
      }
    }
  }

  @Test
  void theSearchFindsWhatTheExpressionFinds() throws IOException {
    String[] parts = {
      "\"", "event", "\"event\"", ":", " ", "\n", "send", "\"a.b\"", "\\", "x".repeat(60)
    };
    Random random = new Random(20261124);
    int found = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder("!");
      for (int i = 0; i < 12; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Matcher field = FIELD.matcher(text);
      @Nullable String expected = field.find() ? field.group(1) : null;
      assertEquals(
          expected,
          EventNameScan.find(text.toString().getBytes(StandardCharsets.UTF_8)),
          text.toString());
      found += expected == null ? 0 : 1;
    }
    assertTrue(found > 1000, "only " + found + " had a name");
  }

  @Test
  void tenMebibytesCostNoMemory() throws IOException {
    byte[] body =
        Events.event("send", "u", ",\"textContent\":{\"text\":\"" + "x".repeat(10_000_000) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    TalkTalkEvents.glance(() -> new ByteArrayInputStream(body));
    long before = allocated();

    Glance glance = TalkTalkEvents.glance(() -> new ByteArrayInputStream(body));

    assertTrue(allocated() - before < 200_000, "allocated " + (allocated() - before));
    assertEquals(new Glance("send", "u"), glance);
  }

  @Test
  void aBodyThatCannotBeReadIsNoAnswer() {
    assertThrows(
        IOException.class,
        () ->
            TalkTalkEvents.glance(
                () -> {
                  throw new IOException("bad sector");
                }));
  }

  private static void assertSame(byte[] body) throws IOException {
    Glance glance = TalkTalkEvents.glance(() -> new ByteArrayInputStream(body));
    ParsedEvent parsed = TalkTalkEvents.parse(body);
    Glance expected =
        parsed instanceof ParsedEvent.Readable readable
            ? new Glance(readable.event().name(), readable.event().user())
            : new Glance(((ParsedEvent.Unreadable) parsed).eventName(), null);
    assertEquals(expected, glance, new String(body, StandardCharsets.ISO_8859_1));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
