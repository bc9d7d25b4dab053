package io.talkgate.link.settings;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published calendars of three years, and the substitute days of the years after them. */
class KoreanHolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "2025, 0101 0128 0129 0130 0301 0303 0505 0506 0606 0815 1003 1005 1006 1007 1008 1009 1225",
    "2026, 0101 0216 0217 0218 0301 0302 0505 0524 0525 0606 0815 0817 0924 0925 0926 1003 1005 1009 1225",
    "2027, 0101 0206 0207 0208 0209 0301 0505 0513 0606 0815 0816 0914 0915 0916 1003 1004 1009 1011 1225 1227"
  })
  void areThoseOfThePublishedCalendar(int year, String days) {
    assertEquals(
        days,
        KoreanHolidays.of(year).keySet().stream()
            .map(day -> "%02d%02d".formatted(day.getMonthValue(), day.getDayOfMonth()))
            .collect(joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    // the foundation day within Chuseok: one day more after its last
    "2028-10-05, SUBSTITUTE",
    // children's day on a Sunday
    "2030-05-06, SUBSTITUTE",
    // Chuseok's first day on a Sunday
    "2029-09-24, SUBSTITUTE",
    // the year after the table: solar ones only
    "2036-10-03, NATIONAL_FOUNDATION_DAY"
  })
  void haveTheirSubstitutes(LocalDate day, KoreanHoliday holiday) {
    assertEquals(holiday, KoreanHolidays.on(day).orElseThrow());
  }
}
