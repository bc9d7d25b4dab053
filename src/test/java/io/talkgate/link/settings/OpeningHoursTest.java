package io.talkgate.link.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.platform.problem.FieldError;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 8, 1: when a desk is open, over midnight, clock changes and holidays. */
class OpeningHoursTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Holidays KOREAN = new Holidays(true, null, null);

  /** Monday to Friday 09:00 to 18:00 without noon; Saturday from 22:00 until two on Sunday. */
  private static final List<WorkingTime> WEEK =
      Stream.concat(
              Stream.of(DayOfWeek.values())
                  .limit(5)
                  .map(day -> shift(day, "09:00", "18:00", span("12:00", "13:00"))),
              Stream.of(shift(DayOfWeek.SATURDAY, "22:00", "02:00", span("23:30", "00:30"))))
          .toList();

  @ParameterizedTest
  @CsvSource({
    // a Monday
    "2026-11-30T08:59:59, false, 2026-11-30T09:00, 2026-11-29T02:00",
    "2026-11-30T09:00:00, true, ,",
    "2026-11-30T11:59:59, true, ,",
    "2026-11-30T12:00:00, false, 2026-11-30T13:00, 2026-11-30T12:00",
    "2026-11-30T13:00:00, true, ,",
    "2026-11-30T18:00:00, false, 2026-12-01T09:00, 2026-11-30T18:00",
    // Friday evening to Saturday evening, over midnight into Sunday
    "2026-12-04T18:00:00, false, 2026-12-05T22:00, 2026-12-04T18:00",
    "2026-12-05T23:29:59, true, ,",
    "2026-12-06T00:00:00, false, 2026-12-06T00:30, 2026-12-05T23:30",
    "2026-12-06T00:30:00, true, ,",
    "2026-12-06T01:59:59, true, ,",
    "2026-12-06T02:00:00, false, 2026-12-07T09:00, 2026-12-06T02:00",
    // Buddha's birthday on Sunday 24 May 2026, its substitute on Monday
    "2026-05-25T10:00:00, false, 2026-05-26T09:00, 2026-05-24T02:00",
    // Liberation day on Saturday: no night shift either; its substitute on Monday
    "2026-08-15T22:30:00, false, 2026-08-18T09:00, 2026-08-14T18:00",
    // New Year's Eve to a Friday that is a holiday, then Saturday night
    "2026-12-31T18:00:00, false, 2027-01-02T22:00, 2026-12-31T18:00"
  })
  void followsTheWallClock(
      String local, boolean open, @Nullable String opening, @Nullable String since) {
    OpeningHours hours = new OpeningHours(true, SEOUL, WEEK, KOREAN, true);
    Instant at = at(local, SEOUL);

    assertEquals(open, hours.isOpen(at));
    if (!open) {
      assertEquals(at(Objects.requireNonNull(opening), SEOUL), hours.nextOpening(at).orElseThrow());
      assertEquals(at(Objects.requireNonNull(since), SEOUL), hours.closedSince(at));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // the night of 8 March 2026 has no 02:30: the shift begins with the jump, at 03:30 by its rule
    "America/New_York, 02:30, 04:00, 2026-03-08T06:59:59Z, false",
    "America/New_York, 02:30, 04:00, 2026-03-08T07:30:00Z, true",
    "America/New_York, 02:30, 04:00, 2026-03-08T07:59:59Z, true",
    "America/New_York, 02:30, 04:00, 2026-03-08T08:00:00Z, false",
    // the night of 1 November 2026 has 01:30 twice: from the first until the second
    "America/New_York, 01:30, 03:00, 2026-11-01T05:29:59Z, false",
    "America/New_York, 01:30, 03:00, 2026-11-01T05:30:00Z, true",
    "America/New_York, 00:00, 01:30, 2026-11-01T06:29:59Z, true",
    "America/New_York, 00:00, 01:30, 2026-11-01T06:30:00Z, false",
    // summer and winter
    "Europe/Berlin, 09:00, 17:00, 2026-03-29T07:00:00Z, true",
    "Europe/Berlin, 09:00, 17:00, 2026-03-28T07:00:00Z, false"
  })
  void keepsToTheClocksOfOtherZones(
      ZoneId zone, LocalTime from, LocalTime until, Instant at, boolean open) {
    List<WorkingTime> everyDay =
        Stream.of(DayOfWeek.values()).map(day -> new WorkingTime(day, from, until, null)).toList();

    assertEquals(open, new OpeningHours(true, zone, everyDay, Holidays.NONE, true).isOpen(at));
  }

  @Test
  void whoeverKeepsNoHoursIsAlwaysOpenAndWhoeverNeverOpensSaysSo() {
    Instant at = Instant.parse("2026-11-30T00:00:00Z");
    OpeningHours never = new OpeningHours(true, SEOUL, List.of(), KOREAN, true);

    assertEquals(true, OpeningHours.ALWAYS.isOpen(at));
    assertEquals(false, never.isOpen(at));
    assertEquals(true, never.nextOpening(at).isEmpty());
    assertEquals(Instant.EPOCH, never.closedSince(at));
  }

  @Test
  void holidaysCanBeAddedAndWorked() {
    Holidays own =
        new Holidays(
            true,
            List.of(new ClosedDay(LocalDate.of(2026, 6, 3), "election")),
            List.of(LocalDate.of(2026, 5, 5)));
    OpeningHours hours = new OpeningHours(true, SEOUL, WEEK, own, true);

    assertEquals(false, hours.isOpen(at("2026-06-03T10:00", SEOUL)));
    assertEquals(true, hours.isOpen(at("2026-05-05T10:00", SEOUL)));
  }

  @ParameterizedTest
  @CsvSource({
    "MONDAY 09:00 18:00 / MONDAY 17:00 19:00, h.weekly[1].from",
    "MONDAY 09:00 18:00 / MONDAY 18:00 19:00, ",
    "SUNDAY 20:00 02:00 / MONDAY 01:00 03:00, h.weekly[1].from",
    "SUNDAY 20:00 02:00 / MONDAY 02:00 03:00, ",
    "MONDAY 01:00 03:00 / SUNDAY 20:00 02:00, h.weekly[1].from",
    "MONDAY 00:00 00:00 / TUESDAY 00:00 00:00, ",
    "MONDAY 00:00 00:00 / MONDAY 23:00 00:00, h.weekly[1].from"
  })
  void shiftsDoNotOverlap(String shifts, @Nullable String place) {
    List<WorkingTime> weekly = new ArrayList<>();
    for (String one : shifts.split(" / ", -1)) {
      String[] parts = one.split(" ", -1);
      weekly.add(shift(DayOfWeek.valueOf(parts[0]), parts[1], parts[2]));
    }

    assertEquals(place == null ? List.of() : List.of(place), places(weekly));
  }

  @Test
  void breaksLieWithinTheirShiftInOrder() {
    assertEquals(
        List.of("h.weekly[0].breaks[1]", "h.weekly[1].breaks[0]"),
        places(
            List.of(
                shift(
                    DayOfWeek.MONDAY,
                    "20:00",
                    "04:00",
                    span("23:00", "01:00"),
                    span("00:30", "02:00"),
                    span("02:00", "02:30")),
                shift(DayOfWeek.TUESDAY, "09:00", "12:00", span("11:30", "12:30")))));
  }

  private static List<String> places(List<WorkingTime> weekly) {
    return new OpeningHours(true, SEOUL, weekly, KOREAN, true)
        .problems("h").stream().map(FieldError::field).toList();
  }

  private static Instant at(String local, ZoneId zone) {
    return ZonedDateTime.of(LocalDateTime.parse(local), zone).toInstant();
  }

  private static WorkingTime shift(DayOfWeek day, String from, String until, TimeSpan... breaks) {
    return new WorkingTime(day, LocalTime.parse(from), LocalTime.parse(until), List.of(breaks));
  }

  private static TimeSpan span(String from, String until) {
    return new TimeSpan(LocalTime.parse(from), LocalTime.parse(until));
  }
}
