package io.talkgate.link.health;

import io.talkgate.link.settings.KoreanHolidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How many events a link uses to have at each hour of the week, and how far its days and hours
 * stray from that: learned from its last five weeks. Says how improbable the present silence is.
 * Plain arithmetic, no clock.
 *
 * <p>Events are taken to come in small bunches at a rate of their hour, times a factor of the day
 * that nobody knows beforehand (a campaign, a day off). What has come today up to the last event
 * tells of that factor; the silence after it must not. On public holidays nothing is presumed of
 * it, and nothing is learned from them. So a quiet holiday raises no alarm, and a shop that is busy
 * as ever is missed soon.
 */
final class Rhythm {
  static final int WEEKS = 5;

  /** Below that many events a day nothing can be told in useful time. */
  static final double LEAST_PER_DAY = 50;

  /** Of so few events a day a rhythm is learned less well. */
  private static final double FEW = 20;

  /** How much more than usual an hour may say of its day. */
  private static final double MOST = 1.5;

  private static final double LINKS = 1000;

  /**
   * How much more than its own part of the false alarms allowed a link may have: the small ones,
   * usually a third, are not watched and leave theirs, half as much again, to the others. A little
   * of that is kept for what is not known of days and waves.
   */
  private static final double SHARE = 1.4;

  private final HourlyRates rates;
  private final DayFactor ordinary;
  private final DayFactor holiday;
  private final DayFactors past;
  private final double bunch;

  private Rhythm(HourlyRates rates, DayFactors past) {
    this.rates = rates;
    this.ordinary = DayFactor.ofOrdinaryDay(past);
    this.holiday = DayFactor.ofHoliday(past);
    this.past = past;
    this.bunch = (1 + past.bunches()) / 2;
  }

  /**
   * Learns it.
   *
   * @param days events in each hour of each day, in Korean time; a day without any may be left out
   * @param today the day that is not learned from
   * @return empty if there are too few days or too few events
   */
  static Optional<Rhythm> learn(Map<LocalDate, int[]> days, LocalDate today) {
    return HourlyRates.learn(days, today)
        .filter(rates -> rates.perDay() >= LEAST_PER_DAY)
        .map(rates -> new Rhythm(rates, DayFactors.of(days, rates)));
  }

  /**
   * How improbable the silence is: minus the natural logarithm of its probability.
   *
   * @param today the events of each hour of the last event's day
   */
  double improbability(Instant lastEvent, int[] today, Instant now) {
    KoreanHour last = KoreanHour.of(lastEvent);
    LocalDate day = KoreanHour.of(now).day();
    DayFactor factor = isHoliday(day) ? holiday : ordinary;
    Instant midnight = day.atStartOfDay().toInstant(KoreanHour.KOREA);
    if (last.day().isBefore(day)) {
      return factor.improbability(0, 0, rates.between(midnight, now) / bunch);
    }
    double expected = rates.between(midnight, lastEvent);
    double weight = weight(expected, midnight, lastEvent);
    return factor.improbability(
        typical(day, today) * weight, expected * weight, rates.between(lastEvent, now) / bunch);
  }

  /** Events that come in bunches and waves tell less of the day than so many single ones would. */
  private double weight(double expected, Instant midnight, Instant lastEvent) {
    double hours = Math.max(1, Duration.between(midnight, lastEvent).toMinutes() / 60.0 / 2);
    return 1 / (past.bunches() + past.waves() * expected / hours);
  }

  /**
   * How improbable a silence has to be, so that there are no more false alarms than allowed: each
   * bunch of events ends one silence, and any of them may be the long one.
   *
   * @param falseAlarms how many a thousand links may have in a day
   */
  double threshold(double falseAlarms) {
    double perDay = rates.perDay();
    double ofThisLink = falseAlarms * SHARE / LINKS;
    return Math.log(perDay / bunch / ofThisLink) + Math.log(1 + FEW / perDay);
  }

  /** Whether the day is a public holiday in Korea. */
  static boolean isHoliday(LocalDate day) {
    return KoreanHolidays.on(day).isPresent();
  }

  /** How many events were to be expected between two times of any day. */
  double missed(Instant from, Instant to) {
    return rates.between(from, to);
  }

  double perDay() {
    return rates.perDay();
  }

  DayFactors past() {
    return past;
  }

  /** An hour's campaign says nothing of the hours after it. */
  private double typical(LocalDate day, int[] hours) {
    double sum = 0;
    for (int hour = 0; hour < hours.length; hour++) {
      sum += Math.min(hours[hour], MOST * rates.at(day, hour) + 2);
    }
    return sum;
  }
}
