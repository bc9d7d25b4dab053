package io.talkgate.link.health;

import java.util.List;

/**
 * What is known of a day's factor before the day: it will be like one of the days before, or, now
 * and then and on every public holiday, like no other. A probability for each of a row of values.
 */
final class DayFactor {
  private static final int VALUES = 60;
  private static final double LEAST = 0.02;
  private static final double MOST = 6;

  /** How often a day that is no public holiday is like no other. */
  private static final double STRANGE_DAYS = 0.05;

  /** How much wider a day may stray than those that were seen. */
  private static final double WIDENING = 0.12;

  /** What leaving out the outermost days takes from the deviation, given back. */
  private static final double TAILS = 1.3;

  private static final int RECENT_DAYS = 14;

  private static final double[] FACTORS = values();

  /** Seven places of a normal distribution, in deviations, and their weights. */
  private static final double[] WAVE = {-3, -2, -1, 0, 1, 2, 3};

  private static final double[] WAVE_WEIGHT = {0.006, 0.061, 0.242, 0.382, 0.242, 0.061, 0.006};

  private final double[] logPrior;
  private final double[] waves;

  private DayFactor(double[] logPrior, double waves) {
    this.logPrior = logPrior;
    double deviation = Math.sqrt(Math.log(1 + waves));
    this.waves = new double[WAVE.length];
    for (int i = 0; i < WAVE.length; i++) {
      this.waves[i] = Math.exp(WAVE[i] * deviation);
    }
  }

  /** Of a day that is no public holiday. */
  static DayFactor ofOrdinaryDay(DayFactors past) {
    return from(past, STRANGE_DAYS);
  }

  /** Of a public holiday: many shops have less to do, some as much as ever. */
  static DayFactor ofHoliday(DayFactors past) {
    return from(past, 1);
  }

  private static DayFactor from(DayFactors past, double strange) {
    double[] prior = new double[VALUES];
    List<Double> logs = past.factors().stream().map(f -> Math.log(Math.max(f, LEAST))).toList();
    List<Double> lately = logs.subList(Math.max(0, logs.size() - RECENT_DAYS), logs.size());
    double middle = mean(inner(lately));
    double width = Math.max(WIDENING, deviation(inner(logs)) * TAILS);
    for (int i = 0; i < VALUES; i++) {
      double log = Math.log(FACTORS[i]);
      double likeOthers = bell(log, middle, width);
      double likeNone = bell(log, Math.log(0.4), 0.7);
      prior[i] = (1 - strange) * likeOthers + strange * likeNone;
    }
    double sum = 0;
    for (double value : prior) {
      sum += value;
    }
    double[] log = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      log[i] = Math.log(prior[i] / sum);
    }
    return new DayFactor(log, past.waves());
  }

  /**
   * Minus the logarithm of the probability that nothing comes.
   *
   * @param seen what has come today
   * @param expected what was to be expected until then on an ordinary day
   * @param missed what was to be expected since
   */
  double improbability(double seen, double expected, double missed) {
    double[] known = new double[VALUES];
    double[] silent = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      known[i] = logPrior[i] + seen * Math.log(FACTORS[i]) - expected * FACTORS[i];
      silent[i] = known[i] + Math.log(nothing(missed * FACTORS[i]));
    }
    return logSum(known) - logSum(silent);
  }

  /** The probability of no event where this many are to be expected, give or take the wave. */
  private double nothing(double expected) {
    double probability = 0;
    for (int i = 0; i < waves.length; i++) {
      probability += WAVE_WEIGHT[i] * Math.exp(-expected * waves[i]);
    }
    return Math.max(probability, Double.MIN_NORMAL);
  }

  private static double logSum(double[] logs) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - most);
    }
    return most + Math.log(sum);
  }

  /** The outermost tenths left out: holidays and campaigns are provided for. */
  private static List<Double> inner(List<Double> logs) {
    List<Double> sorted = logs.stream().sorted().toList();
    int cut = sorted.size() / 10;
    return sorted.subList(cut, sorted.size() - cut);
  }

  private static double deviation(List<Double> logs) {
    double mean = mean(logs);
    return Math.sqrt(
        logs.stream().mapToDouble(log -> (log - mean) * (log - mean)).average().orElse(1));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double bell(double at, double middle, double width) {
    double distance = (at - middle) / width;
    return Math.exp(-distance * distance / 2) / width;
  }

  private static double[] values() {
    double[] values = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = LEAST * Math.pow(MOST / LEAST, (double) i / (VALUES - 1));
    }
    return values;
  }
}
