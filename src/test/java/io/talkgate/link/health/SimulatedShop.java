package io.talkgate.link.health;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/**
 * A shop's events: so many a day, by the hours of its week, more or less on some days, much less on
 * public holidays, in waves within a day, and each customer brings a few at once.
 */
final class SimulatedShop {
  /** Public holidays of summer and autumn 2026 in Korea, Chuseok and substitute days included. */
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2026, 8, 15),
          LocalDate.of(2026, 8, 17),
          LocalDate.of(2026, 9, 24),
          LocalDate.of(2026, 9, 25),
          LocalDate.of(2026, 9, 26),
          LocalDate.of(2026, 10, 3),
          LocalDate.of(2026, 10, 5),
          LocalDate.of(2026, 10, 9));

  private static final int HOURS = 24;
  private static final int HOUR_SECONDS = 3600;

  private final double perDay;
  private final Random random;
  private final double[][] week = new double[7][HOURS];
  private final double customerBrings;
  private final double dayStrays;
  private final double onHolidays;
  private final double growth;
  private double wave = 1;

  SimulatedShop(Random random, double perDay) {
    this.random = random;
    this.perDay = perDay;
    customerBrings = between(1.0, 1.6);
    dayStrays = between(0.1, 0.3);
    onHolidays = between(0.2, 0.9);
    growth = between(-0.006, 0.006);
    double saturday = between(0.2, 1.2);
    double sunday = between(0.1, 1.2);
    double[] working = hours();
    double[] weekend = hours();
    for (DayOfWeek day : DayOfWeek.values()) {
      double factor =
          day == DayOfWeek.SATURDAY
              ? saturday
              : day == DayOfWeek.SUNDAY ? sunday : between(0.9, 1.1);
      double[] shape = day.getValue() > 5 ? weekend : working;
      for (int hour = 0; hour < HOURS; hour++) {
        week[day.getValue() - 1][hour] = shape[hour] * factor;
      }
    }
    double sum = Arrays.stream(week).flatMapToDouble(Arrays::stream).sum();
    for (double[] day : week) {
      for (int hour = 0; hour < HOURS; hour++) {
        day[hour] *= perDay * 7 / sum;
      }
    }
  }

  /** A day's shape: quiet nights, a peak by day, one in the evening, a dip at noon. */
  private double[] hours() {
    double[] hours = new double[HOURS];
    double day = between(0.5, 1);
    double evening = between(0.1, 1);
    double night = between(0.002, 0.08);
    double opens = between(8, 10.5);
    for (int hour = 0; hour < HOURS; hour++) {
      hours[hour] =
          night
              + day * hill(hour, opens + 5.5, 3.6)
              + evening * hill(hour, between(20.5, 21.5), 2)
              - (hour == 12 ? between(0, 0.2) * day : 0);
    }
    return hours;
  }

  private static double hill(int hour, double top, double width) {
    double distance = (hour + 0.5 - top) / width;
    return Math.exp(-distance * distance / 2);
  }

  /** Events a day, in the mean. */
  double perDay() {
    return perDay;
  }

  /** Whether the hour is one of those in which at least the day's mean is usual. */
  boolean isOpen(LocalDate day, int hour) {
    double[] hours = week[day.getDayOfWeek().getValue() - 1];
    return hours[hour] >= Arrays.stream(hours).average().orElse(0);
  }

  static boolean isHoliday(LocalDate day) {
    return HOLIDAYS.contains(day);
  }

  /**
   * The seconds of the day at which events come, in order.
   *
   * @param number the day's number, from which the shop has grown or shrunk so far
   */
  double[] events(LocalDate day, int number) {
    double factor = Math.exp(random.nextGaussian() * dayStrays) * Math.exp(growth * number);
    if (HOLIDAYS.contains(day)) {
      factor *= onHolidays * Math.exp(random.nextGaussian() * 0.2);
    }
    int campaign = random.nextInt(50) == 0 ? random.nextInt(HOURS) : -1;
    double[] times = new double[64];
    int count = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      wave = Math.exp(0.7 * Math.log(wave) + random.nextGaussian() * 0.12);
      double mean = week[day.getDayOfWeek().getValue() - 1][hour] * factor * wave;
      if (hour >= campaign && hour < campaign + 3 && campaign >= 0) {
        mean *= 3;
      }
      int customers = poisson(mean / customerBrings);
      for (int customer = 0; customer < customers; customer++) {
        double at = (hour + random.nextDouble()) * HOUR_SECONDS;
        do {
          if (at < HOURS * (double) HOUR_SECONDS) {
            times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
            times[count++] = at;
          }
          at += -Math.log(1 - random.nextDouble()) * 40;
        } while (random.nextDouble() < 1 - 1 / customerBrings);
      }
    }
    double[] events = Arrays.copyOf(times, count);
    Arrays.sort(events);
    return events;
  }

  private int poisson(double mean) {
    if (mean > 60) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
