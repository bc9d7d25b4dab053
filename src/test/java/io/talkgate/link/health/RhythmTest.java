package io.talkgate.link.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Issue 5.3, by rhythm alone: what is too quiet and what is not. The simulation gives numbers. */
class RhythmTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final double ALLOWED = RhythmSimulation.ALLOWED;

  @Test
  void aShopOfSixteenAnHourIsMissedWithinTwoHours() {
    Rhythm rhythm = learned(16, 28);
    int[] today = today(16, 14);

    assertFalse(isTooQuiet(rhythm, today, 14, Duration.ofMinutes(20)));
    assertTrue(isTooQuiet(rhythm, today, 14, Duration.ofHours(2)));
  }

  @Test
  void nightsAreQuietAnyway() {
    Rhythm rhythm = learned(16, 28);

    assertFalse(isTooQuiet(rhythm, today(16, 22), 22, Duration.ofHours(10)));
  }

  @Test
  void aDayThatBeganQuietIsWaitedForLonger() {
    Rhythm rhythm = learned(16, 28);
    int[] holiday = today(4, 14);
    Duration silence = Duration.ofMinutes(90);

    assertTrue(isTooQuiet(rhythm, today(16, 14), 14, silence));
    assertFalse(isTooQuiet(rhythm, holiday, 14, silence));
  }

  @Test
  void aCampaignInTheMorningMakesNobodyExpectMoreInTheAfternoon() {
    Rhythm rhythm = learned(16, 28);
    int[] campaign = today(16, 14);
    campaign[10] = 160;
    double usual = improbability(rhythm, today(16, 14), 14, Duration.ofMinutes(60));

    double after = improbability(rhythm, campaign, 14, Duration.ofMinutes(60));

    assertTrue(after < usual * 1.2, usual + " became " + after);
  }

  @Test
  void aPublicHolidayIsPresumedToBeNoOrdinaryDay() {
    Rhythm rhythm = learned(16, 28);
    LocalDate christmas = LocalDate.of(2026, 12, 25);
    Duration silence = Duration.ofMinutes(90);

    double onHoliday = improbability(rhythm, christmas, today(16, 10), 10, silence);
    double onFriday = improbability(rhythm, christmas.minusWeeks(1), today(16, 10), 10, silence);

    assertTrue(onHoliday < onFriday * 0.8, onFriday + " became " + onHoliday);
  }

  @Test
  void nothingIsLearnedFromPublicHolidays() {
    LocalDate afterChuseok = LocalDate.of(2026, 10, 30);
    Map<LocalDate, int[]> usual = days(16, 35, afterChuseok);
    Map<LocalDate, int[]> quiet = new HashMap<>(usual);
    quiet.replaceAll((day, hours) -> Rhythm.isHoliday(day) ? new int[24] : hours);

    Rhythm ofUsual = Rhythm.learn(usual, afterChuseok).orElseThrow();
    Rhythm ofQuiet = Rhythm.learn(quiet, afterChuseok).orElseThrow();

    assertFalse(quiet.equals(usual));
    assertEquals(ofUsual.perDay(), ofQuiet.perDay());
    assertEquals(ofUsual.past(), ofQuiet.past());
  }

  /** Nothing can be told of a line through one point; it must not be left to rounding. */
  @Test
  void hoursThatAreAllAlikeStrayInNothing() {
    for (int days = 14; days <= 35; days++) {
      Map<LocalDate, int[]> history = new HashMap<>();
      for (int day = 1; day <= days + 1; day++) {
        int[] hours = new int[24];
        Arrays.fill(hours, 12);
        history.put(TODAY.minusDays(day), hours);
      }

      DayFactors past = Rhythm.learn(history, TODAY).orElseThrow().past();

      assertEquals(1, past.bunches(), days + " days");
    }
  }

  @Test
  void aSmallShopIsPromisedNothing() {
    assertEquals(Optional.empty(), Rhythm.learn(days(3, 35), TODAY));
  }

  @Test
  void twoWeeksAreTheLeastToLearnFrom() {
    assertTrue(Rhythm.learn(days(16, 12), TODAY).isEmpty());
    assertTrue(Rhythm.learn(days(16, 16), TODAY).isPresent());
  }

  private static boolean isTooQuiet(Rhythm rhythm, int[] today, int hour, Duration silence) {
    return improbability(rhythm, today, hour, silence) > rhythm.threshold(ALLOWED);
  }

  private static double improbability(Rhythm rhythm, int[] today, int hour, Duration silence) {
    return improbability(rhythm, TODAY, today, hour, silence);
  }

  private static double improbability(
      Rhythm rhythm, LocalDate day, int[] today, int hour, Duration silence) {
    Instant last = WatchedShop.time(day, hour * 3600.0);
    return rhythm.improbability(last, today, last.plus(silence));
  }

  private static Rhythm learned(int anHour, int days) {
    return Rhythm.learn(days(anHour, days), TODAY).orElseThrow();
  }

  /** From 9 to 22 o'clock so many an hour, give or take. */
  private static Map<LocalDate, int[]> days(int anHour, int count) {
    return days(anHour, count, TODAY);
  }

  private static Map<LocalDate, int[]> days(int anHour, int count, LocalDate today) {
    Random random = new Random(5);
    Map<LocalDate, int[]> days = new HashMap<>();
    for (int day = 1; day <= count; day++) {
      int[] hours = new int[24];
      for (int hour = 9; hour < 22; hour++) {
        hours[hour] =
            (int) Math.max(0, Math.round(anHour + random.nextGaussian() * Math.sqrt(anHour)));
      }
      days.put(today.minusDays(day), hours);
    }
    return days;
  }

  private static int[] today(int anHour, int until) {
    int[] hours = new int[24];
    Arrays.fill(hours, 9, until, anHour);
    return hours;
  }
}
