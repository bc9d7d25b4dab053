package io.talkgate.link.health;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events to be expected in each hour of the week. An hour of a weekday has been there five times at
 * most, so each is drawn towards what that hour is on such days (working days, Saturdays, Sundays)
 * as a whole. Public holidays are like no weekday: nothing is learned from them.
 */
final class HourlyRates {
  private static final int HOURS = 24;
  private static final int LEAST_DAYS = 14;
  private static final double SECONDS = 3600;

  /** How far a weekday's hour strays from that hour of its like: the variance, as a share. */
  private static final double STRAYING = 0.015;

  private final double[][] rates;
  private final double perDay;

  private HourlyRates(double[][] rates, double perDay) {
    this.rates = rates;
    this.perDay = perDay;
  }

  static Optional<HourlyRates> learn(Map<LocalDate, int[]> days, LocalDate today) {
    Optional<LocalDate> first =
        days.keySet().stream().min(LocalDate::compareTo).filter(day -> day.isBefore(today));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = latest(first.get().plusDays(1), today.minusWeeks(Rhythm.WEEKS));
    List<LocalDate> learned =
        from.datesUntil(latest(from, today)).filter(day -> !Rhythm.isHoliday(day)).toList();
    if (learned.size() < LEAST_DAYS) {
      return Optional.empty();
    }
    return Optional.of(of(days, learned));
  }

  private static HourlyRates of(Map<LocalDate, int[]> days, List<LocalDate> learned) {
    double[][] rates = new double[DayOfWeek.values().length][HOURS];
    for (DayOfWeek weekday : DayOfWeek.values()) {
      List<int[]> own = counts(days, learned.stream().filter(d -> d.getDayOfWeek() == weekday));
      List<int[]> alike =
          counts(days, learned.stream().filter(d -> kind(d.getDayOfWeek()) == kind(weekday)));
      for (int hour = 0; hour < HOURS; hour++) {
        double common = typical(alike, hour);
        rates[weekday.getValue() - 1][hour] = drawn(own, hour, common);
      }
    }
    return new HourlyRates(rates, Arrays.stream(rates).mapToDouble(HourlyRates::sum).sum() / 7);
  }

  /** The fewer events there were, the more the common rate weighs: it stands for so many days. */
  private static double drawn(List<int[]> own, int hour, double common) {
    if (own.isEmpty() || common == 0) {
      return common;
    }
    double days = 1 / (STRAYING * common);
    return (typical(own, hour) * own.size() + common * days) / (own.size() + days);
  }

  private static List<int[]> counts(Map<LocalDate, int[]> days, Stream<LocalDate> which) {
    return which.map(day -> days.getOrDefault(day, new int[HOURS])).toList();
  }

  /** The mean without the largest one, if there are enough: a campaign is no rhythm. */
  private static double typical(List<int[]> days, int hour) {
    List<Integer> events = new ArrayList<>(days.stream().map(day -> day[hour]).sorted().toList());
    if (events.size() >= 4) {
      events.remove(events.size() - 1);
    }
    return events.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private static int kind(DayOfWeek weekday) {
    return Math.max(weekday.getValue(), DayOfWeek.FRIDAY.getValue());
  }

  /** Over a week, a day's mean. */
  double perDay() {
    return perDay;
  }

  /** In one hour of a day. */
  double at(LocalDate day, int hour) {
    return rates[day.getDayOfWeek().getValue() - 1][hour];
  }

  /** Between two times; none if the second is not after the first. */
  double between(Instant from, Instant to) {
    double expected = 0;
    Instant at = from;
    while (at.isBefore(to)) {
      long second = Math.floorMod(at.getEpochSecond(), (long) SECONDS);
      Instant hourEnds = at.minusNanos(at.getNano()).plusSeconds((long) SECONDS - second);
      Instant end = hourEnds.isBefore(to) ? hourEnds : to;
      KoreanHour hour = KoreanHour.of(at);
      expected +=
          at(hour.day(), hour.hour()) * Duration.between(at, end).toMillis() / 1000 / SECONDS;
      at = end;
    }
    return expected;
  }

  private static double sum(double[] hours) {
    return Arrays.stream(hours).sum();
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
