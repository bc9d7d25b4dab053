package io.talkgate.link.settings;

import io.talkgate.platform.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a desk answers (운영 시간). Not kept means: always. */
@Schema(description = "When the desk answers.")
public record OpeningHours(
    @Schema(description = "Whether hours are kept; if not, the desk is always open.") @NotNull
        Boolean kept,
    @Schema(
            description = "Where the wall clock hangs, as the IANA time zone database names it.",
            type = SchemaType.STRING,
            examples = "Asia/Seoul")
        @NotNull
        ZoneId timeZone,
    @Schema(description = "The shifts of every week.") @NotNull @Size(max = 28)
        List<@NotNull @Valid WorkingTime> weekly,
    @Schema(description = "On which days no shift begins.") @NotNull @Valid Holidays holidays,
    @Schema(
            description =
                "Whether what customers write outside the hours waits for the next opening; if not, the"
                    + " consultation is closed.")
        @NotNull
        Boolean acceptOutside) {

  /** Always open. */
  static final OpeningHours ALWAYS =
      new OpeningHours(false, ZoneId.of("Asia/Seoul"), List.of(), Holidays.NONE, true);

  /** How far openings are looked for, in days: over the longest row of holidays and a leap year. */
  private static final int HORIZON = 370;

  /** Whether somebody answers at that time. */
  public boolean isOpen(Instant at) {
    LocalDate today = dateOf(at);
    // A shift of yesterday may not have ended.
    return !kept || open(today.minusDays(1), today).anyMatch(interval -> interval.holds(at));
  }

  /**
   * When the desk opens next after that time, at which it is closed; empty if it never does within
   * a year.
   */
  public Optional<Instant> nextOpening(Instant at) {
    LocalDate today = dateOf(at);
    return IntStream.rangeClosed(-1, HORIZON)
        .mapToObj(today::plusDays)
        .flatMap(day -> open(day, day))
        .map(Interval::from)
        .filter(from -> from.isAfter(at))
        .findFirst();
  }

  /**
   * Since when it has been closed at that time, at which it is closed; long ago if it never was
   * open.
   */
  public Instant closedSince(Instant at) {
    LocalDate today = dateOf(at);
    return IntStream.rangeClosed(0, HORIZON)
        .mapToObj(today::minusDays)
        .flatMap(day -> open(day, day).sorted(Comparator.comparing(Interval::until).reversed()))
        .map(Interval::until)
        .filter(until -> !until.isAfter(at))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** Since when it has been open at that time, at which it is open; long ago if it always is. */
  public Instant openSince(Instant at) {
    LocalDate today = dateOf(at);
    return !kept
        ? Instant.EPOCH
        : open(today.minusDays(1), today)
            .filter(interval -> interval.holds(at))
            .map(Interval::from)
            .findFirst()
            .orElse(at);
  }

  private LocalDate dateOf(Instant at) {
    return at.atZone(timeZone).toLocalDate();
  }

  /** The stretches of the shifts that begin on these days, in order. */
  private Stream<Interval> open(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> !holidays.include(day))
        .flatMap(
            day ->
                weekly.stream()
                    .filter(shift -> shift.day() == day.getDayOfWeek())
                    .sorted(Comparator.comparing(WorkingTime::from))
                    .flatMap(shift -> stretches(shift, day).stream()));
  }

  private List<Interval> stretches(WorkingTime shift, LocalDate day) {
    List<Interval> open = List.of(interval(shift.span(), day));
    for (TimeSpan pause : shift.pauses()) {
      Interval closed =
          interval(pause, pause.start() < shift.span().start() ? day.plusDays(1) : day);
      List<Interval> rest = new ArrayList<>();
      open.forEach(stretch -> rest.addAll(stretch.without(closed)));
      open = rest;
    }
    return open;
  }

  /**
   * By the wall clock: where it jumps over a time, that is the moment of the jump; where it shows
   * one twice, a span begins at the first and ends at the second.
   */
  private Interval interval(TimeSpan span, LocalDate day) {
    LocalDate lastDay = span.end() >= 24 * 60 ? day.plusDays(1) : day;
    ZonedDateTime from = ZonedDateTime.of(day, span.from(), timeZone);
    ZonedDateTime until = ZonedDateTime.of(lastDay, span.until(), timeZone);
    return new Interval(
        from.withEarlierOffsetAtOverlap().toInstant(),
        until.withLaterOffsetAtOverlap().toInstant());
  }

  /** What does not go together, with the path of each. */
  List<FieldError> problems(String path) {
    return HoursCheck.problems(this, path);
  }
}
