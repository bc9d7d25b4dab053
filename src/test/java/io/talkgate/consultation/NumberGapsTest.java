package io.talkgate.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which leaps of NAVER's numbers are believed to be losses. */
class NumberGapsTest {
  private static final UUID CUSTOMER = UUID.randomUUID();
  private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

  /** A second after the one before; "-" has no number, "-xN" is ours and was tried N times. */
  @ParameterizedTest(name = "{0}: gaps before {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "1 2 3, none",
        "5, none",
        "1 2 5, 5",
        "1 3 5, 3 5",
        "1 4 2 3, none",
        "1 4 2, 4",
        "1 5 2 3, 5",
        "1 1 2, none",
        "1 - 3, none",
        "1 - 4, 4",
        "1 - - 4, none",
        "1 -x1 3, none",
        "1 -x2 4, none",
        "1 -x0 3, 3",
        "1 103, none",
        "1 102, 102",
        "500 1 2, none",
        "500 1 2 5, 5",
        "1 - 2 5, 5",
        "none, none"
      })
  void aLeapIsALossWhereNothingExplainsIt(@Nullable String numbers, @Nullable String before) {
    NumberGaps gaps = new NumberGaps(CUSTOMER, lines(numbers));

    assertEquals(before == null ? "" : before, before(gaps));
    assertEquals(List.of(), gaps.outdatedNotes());
  }

  @Test
  void whatHasNoNumberExplainsALeapAroundItsTimeOnly() {
    RoomLine ours = new RoomLine(UUID.randomUUID(), null, null, 1, START, START.plusSeconds(100));

    assertEquals("", before(withLeapAt(ours, Duration.ofSeconds(100))));
    assertEquals("", before(withLeapAt(ours, Duration.ofSeconds(160))));
    assertEquals("3", before(withLeapAt(ours, Duration.ofSeconds(161))));
  }

  @Test
  void aHigherNumberFromLongBeforeIsOfAnotherCount() {
    assertEquals("9", before(new NumberGaps(CUSTOMER, List.of(line(9L, 0, 0), line(1L, 0, 60)))));
    assertEquals("", before(new NumberGaps(CUSTOMER, List.of(line(9L, 0, 0), line(1L, 0, 61)))));
  }

  @Test
  void aNoteIsMadeOnceAndGoesWhenItsGapIsFilled() {
    List<RoomLine> lines = new ArrayList<>(lines("1 2 4"));
    UUID note = new NumberGaps(CUSTOMER, lines).unnoted().get(0).noteId();
    lines.add(new RoomLine(note, null, null, 1, START.plusSeconds(1), START.plusSeconds(1)));

    NumberGaps noted = new NumberGaps(CUSTOMER, lines);
    assertEquals(List.of(), noted.unnoted());
    assertEquals(List.of(), noted.outdatedNotes());

    lines.add(line(3L, 0, 9));
    NumberGaps filled = new NumberGaps(CUSTOMER, lines);
    assertEquals(List.of(), filled.unnoted());
    assertEquals(List.of(note), filled.outdatedNotes());
  }

  @Test
  void aNoteStaysWhereNobodyCanTellAnyMoreWhatCameBefore() {
    UUID note = new NumberGaps(CUSTOMER, lines("1 2 4")).unnoted().get(0).noteId();
    List<RoomLine> newest =
        List.of(new RoomLine(note, null, null, 1, START, START), line(4L, 0, 1), line(5L, 0, 2));

    assertEquals(List.of(), new NumberGaps(CUSTOMER, newest).outdatedNotes());
  }

  private static NumberGaps withLeapAt(RoomLine untold, Duration after) {
    Instant at = START.plus(after);
    return new NumberGaps(
        CUSTOMER,
        List.of(
            new RoomLine(UUID.randomUUID(), null, 1L, 0, at, at),
            untold,
            new RoomLine(UUID.randomUUID(), null, 3L, 0, at, at)));
  }

  private static String before(NumberGaps gaps) {
    return String.join(
        " ", gaps.unnoted().stream().map(gap -> Long.toString(gap.after().place())).toList());
  }

  private static List<RoomLine> lines(@Nullable String numbers) {
    List<RoomLine> lines = new ArrayList<>();
    for (String number : numbers == null ? List.<String>of() : List.of(numbers.split(" "))) {
      if (number.startsWith("-")) {
        int untold = number.equals("-") ? 1 : Integer.parseInt(number.substring(2));
        lines.add(line(null, untold, lines.size()));
      } else {
        lines.add(line(Long.valueOf(number), 0, lines.size()));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  private static RoomLine line(@Nullable Long number, int untold, int second) {
    Instant at = START.plusSeconds(second);
    return new RoomLine(UUID.randomUUID(), null, number, untold, at, at);
  }
}
