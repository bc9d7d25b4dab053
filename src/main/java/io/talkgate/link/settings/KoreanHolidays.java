package io.talkgate.link.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays of Korea with their substitute days, by the decree on the holidays of public
 * offices (관공서의 공휴일에 관한 규정) as it stands since May 2023. What a government sets for one year only
 * (elections, days between) is for the brand to enter.
 *
 * <p>The holidays of the lunar calendar are a table from 2025 to 2035 ({@link #LUNAR_NEW_YEAR} and
 * its neighbours), computed with ICU's Dangi calendar and compared with the published almanac;
 * other years have the solar ones only.
 */
public final class KoreanHolidays {
  private static final int FIRST_YEAR = 2025;

  private static final List<MonthDay> LUNAR_NEW_YEAR =
      days("01-29 02-17 02-07 01-27 02-13 02-03 01-23 02-11 01-31 02-19 02-08");
  private static final List<MonthDay> BUDDHAS_BIRTHDAY =
      days("05-05 05-24 05-13 05-02 05-20 05-09 05-28 05-16 05-06 05-25 05-15");
  private static final List<MonthDay> CHUSEOK =
      days("10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16");

  private static final Map<Integer, Map<LocalDate, KoreanHoliday>> YEARS =
      new ConcurrentHashMap<>();

  /** On what a holiday must fall for a substitute day to be given. */
  private enum Substitute {
    NEVER,
    /** On a Sunday or another holiday. */
    SUNDAY,
    /** On a Saturday, a Sunday or another holiday. */
    WEEKEND
  }

  private record Holiday(LocalDate date, KoreanHoliday name, Substitute substitute) {}

  private KoreanHolidays() {}

  /** The public holiday on that day, the first to name where there are two; empty on all others. */
  public static Optional<KoreanHoliday> on(LocalDate date) {
    return Optional.ofNullable(of(date.getYear()).get(date));
  }

  /** The public holidays of a year by day, in order. */
  public static Map<LocalDate, KoreanHoliday> of(int year) {
    return YEARS.computeIfAbsent(year, KoreanHolidays::compute);
  }

  private static Map<LocalDate, KoreanHoliday> compute(int year) {
    List<Holiday> holidays =
        Stream.concat(solar(year), lunar(year))
            .sorted(Comparator.comparing(Holiday::date))
            .toList();
    Map<LocalDate, KoreanHoliday> days = new TreeMap<>();
    holidays.forEach(
        holiday -> days.merge(holiday.date(), holiday.name(), (first, second) -> first));
    holidays.stream()
        .filter(holiday -> isSubstituted(holiday, holidays))
        .map(Holiday::date)
        .distinct()
        .forEach(date -> days.put(firstFreeAfter(date, days), KoreanHoliday.SUBSTITUTE));
    return days;
  }

  private static boolean isSubstituted(Holiday holiday, List<Holiday> all) {
    DayOfWeek day = holiday.date().getDayOfWeek();
    boolean shared = all.stream().filter(other -> other.date().equals(holiday.date())).count() > 1;
    return switch (holiday.substitute()) {
      case NEVER -> false;
      case SUNDAY -> shared || day == DayOfWeek.SUNDAY;
      case WEEKEND -> shared || day == DayOfWeek.SUNDAY || day == DayOfWeek.SATURDAY;
    };
  }

  /** Article 3: the first day after it that is neither a holiday nor a Saturday. */
  private static LocalDate firstFreeAfter(LocalDate date, Map<LocalDate, KoreanHoliday> days) {
    LocalDate next = date.plusDays(1);
    while (days.containsKey(next) || next.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static Stream<Holiday> solar(int year) {
    return Stream.of(
        new Holiday(LocalDate.of(year, 1, 1), KoreanHoliday.NEW_YEAR, Substitute.NEVER),
        new Holiday(
            LocalDate.of(year, 3, 1), KoreanHoliday.INDEPENDENCE_MOVEMENT_DAY, Substitute.WEEKEND),
        new Holiday(LocalDate.of(year, 5, 5), KoreanHoliday.CHILDRENS_DAY, Substitute.WEEKEND),
        new Holiday(LocalDate.of(year, 6, 6), KoreanHoliday.MEMORIAL_DAY, Substitute.NEVER),
        new Holiday(LocalDate.of(year, 8, 15), KoreanHoliday.LIBERATION_DAY, Substitute.WEEKEND),
        new Holiday(
            LocalDate.of(year, 10, 3), KoreanHoliday.NATIONAL_FOUNDATION_DAY, Substitute.WEEKEND),
        new Holiday(LocalDate.of(year, 10, 9), KoreanHoliday.HANGUL_DAY, Substitute.WEEKEND),
        new Holiday(LocalDate.of(year, 12, 25), KoreanHoliday.CHRISTMAS_DAY, Substitute.WEEKEND));
  }

  private static Stream<Holiday> lunar(int year) {
    int index = year - FIRST_YEAR;
    if (index < 0 || index >= CHUSEOK.size()) {
      return Stream.empty();
    }
    Holiday buddha =
        new Holiday(
            BUDDHAS_BIRTHDAY.get(index).atYear(year),
            KoreanHoliday.BUDDHAS_BIRTHDAY,
            Substitute.WEEKEND);
    return Stream.of(
            threeDays(LUNAR_NEW_YEAR.get(index).atYear(year), KoreanHoliday.LUNAR_NEW_YEAR),
            Stream.of(buddha),
            threeDays(CHUSEOK.get(index).atYear(year), KoreanHoliday.CHUSEOK))
        .flatMap(days -> days);
  }

  private static Stream<Holiday> threeDays(LocalDate middle, KoreanHoliday name) {
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(offset -> new Holiday(middle.plusDays(offset), name, Substitute.SUNDAY));
  }

  private static List<MonthDay> days(String table) {
    return Stream.of(table.split(" ", -1)).map(day -> MonthDay.parse("--" + day)).toList();
  }
}
