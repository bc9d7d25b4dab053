package io.talkgate.link.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.link.health.EchoWatch.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5.3: every accepted message is a probe. Times are seconds of one afternoon. */
class EchoWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-25T03:00:00Z");
  private final EchoWatch watch = new EchoWatch(3, Duration.ofSeconds(50));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # echo | other | sends       | now | finding
          10     | 9     | 20 30 40    | 90  | MISSING
          10     | 9     | 20 30 40    | 89  | QUIET
          10     | 9     | 20 30       | 500 | QUIET
          10     | 9     | 20 30 40 80 | 90  | MISSING
          10     | 9     | 5 8 10      | 500 | QUIET
          25     | 9     | 20 30 40    | 500 | QUIET
          10     | 35    | 20 30 40    | 500 | QUIET
          10     | 95    | 20 30 40    | 500 | NOT_SELECTED
          10     | 95    | 20 30 40 96 | 500 | NOT_SELECTED
          -      | 9     | 20 30 40    | 90  | NOT_SELECTED
          -      | 9     | 20 30 40    | 89  | QUIET
          -      | -     | 20 30 40    | 500 | NOT_SELECTED
          10     | -     | -           | 500 | QUIET
          """)
  void whatTheEchoesSay(String echo, String other, String sends, long now, Finding finding) {
    assertEquals(finding, watch.look(facts(echo, other, sends), NOON.plusSeconds(now)));
  }

  @Test
  void theThresholdNeverAsksForMoreThanIsKept() {
    EchoWatch patient = new EchoWatch(100, Duration.ofSeconds(50));
    String ten = "21 22 23 24 25 26 27 28 29 30";

    assertEquals(Finding.MISSING, patient.look(facts("10", "9", ten), NOON.plusSeconds(500)));
    assertEquals(Finding.QUIET, patient.look(facts("10", "9", "21 22 23"), NOON.plusSeconds(500)));
  }

  private static HealthFacts facts(String echo, String other, String sends) {
    Map<EventKind, Instant> seen = new EnumMap<>(EventKind.class);
    put(seen, EventKind.ECHO, echo);
    put(seen, EventKind.SEND, other);
    return Facts.of(seen, times(sends));
  }

  private static void put(Map<EventKind, Instant> seen, EventKind kind, String second) {
    times(second).forEach(at -> seen.put(kind, at));
  }

  private static List<Instant> times(String seconds) {
    return Stream.of(seconds.split(" "))
        .filter(second -> !second.equals("-"))
        .map(second -> NOON.plusSeconds(Long.parseLong(second)))
        .toList();
  }
}
