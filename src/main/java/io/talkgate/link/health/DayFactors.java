package io.talkgate.link.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the days that were learned from, no public holidays, strayed from the rates, and their hours
 * from the days.
 *
 * @param factors of each day, oldest first: what came, of what was to be expected
 * @param bunches the variance of an hour's events for each event expected: 1 where each comes by
 *     itself, more where they come in bunches
 * @param waves the variance of the rate itself within a day, as a share of its square
 */
record DayFactors(List<Double> factors, double bunches, double waves) {
  private static final double LEAST_EXPECTED = 0.5;
  private static final double MOST_BUNCHES = 20;
  private static final double LEAST_WAVES = 0.005;
  private static final double MOST_WAVES = 1;

  static DayFactors of(Map<LocalDate, int[]> days, HourlyRates rates) {
    List<Double> factors = new ArrayList<>();
    Line line = new Line();
    for (Map.Entry<LocalDate, int[]> day : new TreeMap<>(days).entrySet()) {
      if (Rhythm.isHoliday(day.getKey())) {
        continue;
      }
      double factor = factor(day.getKey(), day.getValue(), rates);
      factors.add(factor);
      for (int hour = 0; hour < day.getValue().length; hour++) {
        line.add(rates.at(day.getKey(), hour) * factor, day.getValue()[hour]);
      }
    }
    return line.fit(factors);
  }

  private static double factor(LocalDate day, int[] hours, HourlyRates rates) {
    double expected = 0;
    double came = 0;
    for (int hour = 0; hour < hours.length; hour++) {
      expected += rates.at(day, hour);
      came += hours[hour];
    }
    return came / Math.max(expected, LEAST_EXPECTED);
  }

  /** A straight line through the squared strayings: where it begins, and how it rises. */
  private static final class Line {
    /** A single strange hour is no rule. */
    private static final double STRANGE = 25;

    /** Of hours that are all alike no line can be told: what is left are errors of rounding. */
    private static final double FLAT = 1e-9;

    private double weights;
    private double xs;
    private double ys;
    private double squares;
    private double products;

    void add(double mean, int events) {
      if (mean < LEAST_EXPECTED) {
        return;
      }
      double difference = events - mean;
      double strayed = Math.min(difference * difference / mean, STRANGE * (1 + mean / 20));
      double weight = 1 / ((1 + mean / 10) * (1 + mean / 10));
      weights += weight;
      xs += weight * mean;
      ys += weight * strayed;
      squares += weight * mean * mean;
      products += weight * mean * strayed;
    }

    DayFactors fit(List<Double> factors) {
      double spread = weights * squares - xs * xs;
      if (weights == 0) {
        return new DayFactors(factors, MOST_BUNCHES, MOST_WAVES);
      }
      if (spread < FLAT * xs * xs) {
        return new DayFactors(factors, between(1, ys / weights, MOST_BUNCHES), LEAST_WAVES);
      }
      double rise = between(LEAST_WAVES, (weights * products - xs * ys) / spread, MOST_WAVES);
      double begin = between(1, (ys - rise * xs) / weights, MOST_BUNCHES);
      return new DayFactors(factors, begin, rise);
    }

    private static double between(double least, double value, double most) {
      return Math.max(least, Math.min(value, most));
    }
  }
}
