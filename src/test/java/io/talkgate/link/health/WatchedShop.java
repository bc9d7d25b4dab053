package io.talkgate.link.health;

import io.talkgate.link.health.RhythmSimulation.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One shop's days and what its rhythm says of every silence between two events. Beside a block that
 * may be, it is asked once a day when it would have found one: that needs no more events, and gives
 * enough answers for a median.
 */
final class WatchedShop {
  private static final int HOUR = 3600;
  private static final Duration DAY = Duration.ofDays(1);

  /** How much busier than the day's mean the busiest hour is, at most. */
  private static final double PEAK = 4;

  /** Nobody takes a silence for one in which fewer events were to be expected. */
  private static final double SHORT = 3;

  private final SimulatedShop shop;
  private final Random random;
  private final List<Found> blocks = new ArrayList<>();
  private final List<Found> asked = new ArrayList<>();
  private final Map<LocalDate, int[]> days = new HashMap<>();
  private @Nullable Instant block;
  private Optional<Rhythm> rhythm = Optional.empty();
  private Instant last = Instant.EPOCH;
  private int[] hoursOfLast = new int[24];
  private @Nullable Instant question;
  private int falseAlarms;
  private boolean watched;

  WatchedShop(SimulatedShop shop, Random random) {
    this.shop = shop;
    this.random = random;
  }

  void blockAt(Instant time) {
    block = time;
  }

  void run() {
    for (int number = -RhythmSimulation.LEARNED_DAYS; number < RhythmSimulation.DAYS; number++) {
      LocalDate day = RhythmSimulation.FIRST.plusDays(number);
      if (number >= 0) {
        rhythm = Rhythm.learn(days, day);
        watched |= rhythm.isPresent();
        question = openTime(day);
      }
      int[] hours = new int[24];
      for (double second : shop.events(day, number + RhythmSimulation.LEARNED_DAYS)) {
        Instant at = time(day, second);
        if (!isBlocked(at)) {
          came(at);
          hours[(int) second / HOUR]++;
          last = at;
          hoursOfLast = hours;
        }
      }
      days.put(day, hours);
    }
  }

  private boolean isBlocked(Instant at) {
    return block != null && !at.isBefore(block) && at.isBefore(block.plus(DAY));
  }

  /** The first event after a silence. */
  private void came(Instant at) {
    Instant blocked = block != null && last.isBefore(block) && at.isAfter(block) ? block : null;
    if (question != null && !question.isAfter(at)) {
      if (blocked == null) {
        asked.add(new Found(shop.perDay(), delay(question)));
      }
      question = null;
    }
    if (blocked != null) {
      blocks.add(new Found(shop.perDay(), delay(blocked)));
    } else if (isAlarmed(at)) {
      falseAlarms++;
    }
  }

  private boolean isAlarmed(Instant next) {
    double seconds = Duration.between(last, next).toMillis() / 1000.0;
    if (rhythm.isEmpty() || seconds * shop.perDay() * PEAK / DAY.toSeconds() < SHORT) {
      return false;
    }
    Instant midnight = time(KoreanHour.of(next).day(), 0).minusSeconds(1);
    return isTooQuiet(next) || (last.isBefore(midnight) && isTooQuiet(midnight));
  }

  private boolean isTooQuiet(Instant now) {
    return rhythm
        .map(
            known ->
                known.improbability(last, hoursOfLast, now)
                    > known.threshold(RhythmSimulation.ALLOWED))
        .orElse(false);
  }

  private Duration delay(Instant from) {
    for (Duration delay = Duration.ZERO; delay.compareTo(DAY) < 0; delay = delay.plusMinutes(1)) {
      if (isTooQuiet(from.plus(delay))) {
        return delay;
      }
    }
    return DAY;
  }

  private @Nullable Instant openTime(LocalDate day) {
    int hour = random.nextInt(24);
    return rhythm.isPresent() && shop.isOpen(day, hour) && !SimulatedShop.isHoliday(day)
        ? time(day, (hour + random.nextDouble()) * HOUR)
        : null;
  }

  static Instant time(LocalDate day, double second) {
    return day.atStartOfDay().toInstant(KoreanHour.KOREA).plusMillis((long) (second * 1000));
  }

  List<Found> blocks() {
    return blocks;
  }

  List<Found> asked() {
    return asked;
  }

  int falseAlarms() {
    return falseAlarms;
  }

  boolean isWatched() {
    return watched;
  }
}
