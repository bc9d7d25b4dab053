package io.talkgate.link.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the rhythm of a thousand links tells in thirty days with six public holidays, learned from
 * the five weeks before, with 40 of the links blocked for a day.
 */
final class RhythmSimulation {
  static final int LINKS = 1000;
  static final int LEARNED_DAYS = 35;
  static final int DAYS = 30;
  static final LocalDate FIRST = LocalDate.of(2026, 9, 10);

  /** Of a thousand links in a day, as the service has it. */
  static final double ALLOWED = Double.parseDouble(HealthConfig.FALSE_ALARMS_PER_DAY);

  private static final int BLOCKS = 40;
  private static final double LEAST = 5;
  private static final double MOST = 5000;

  private final List<Found> blocks = new ArrayList<>();
  private final List<Found> asked = new ArrayList<>();
  private final Random random;
  private int falseAlarms;
  private int falseAlarmsOfSmall;
  private int watched;

  /**
   * When a block was found.
   *
   * @param perDay the link's events
   * @param delay since the block; a day if it was not found within one
   */
  record Found(double perDay, Duration delay) {}

  RhythmSimulation(long seed) {
    random = new Random(seed);
  }

  void run() {
    for (int link = 0; link < LINKS; link++) {
      double perDay = LEAST * Math.pow(MOST / LEAST, (link + 0.5) / LINKS);
      SimulatedShop shop = new SimulatedShop(new Random(random.nextLong()), perDay);
      WatchedShop watch = new WatchedShop(shop, new Random(random.nextLong()));
      if (link % (LINKS / BLOCKS) == LINKS / BLOCKS / 2) {
        watch.blockAt(openTime(shop));
      }
      watch.run();
      blocks.addAll(watch.blocks());
      asked.addAll(watch.asked());
      falseAlarms += watch.falseAlarms();
      falseAlarmsOfSmall += perDay < Rhythm.LEAST_PER_DAY ? watch.falseAlarms() : 0;
      watched += watch.isWatched() ? 1 : 0;
    }
  }

  private Instant openTime(SimulatedShop shop) {
    while (true) {
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS - 1));
      int hour = random.nextInt(24);
      if (shop.isOpen(day, hour) && !SimulatedShop.isHoliday(day)) {
        return WatchedShop.time(day, (hour + random.nextDouble()) * 3600);
      }
    }
  }

  /** How many links have a rhythm to be watched by. */
  int watched() {
    return watched;
  }

  double falseAlarmsPerDay() {
    return (double) falseAlarms / DAYS;
  }

  /** Of links below 50 events a day, in all. */
  int falseAlarmsOfSmall() {
    return falseAlarmsOfSmall;
  }

  /** The 40 blocks. */
  List<Found> blocks() {
    return blocks;
  }

  /** What each link would have found of a block at one open time of each day. */
  List<Found> asked() {
    return asked;
  }
}
