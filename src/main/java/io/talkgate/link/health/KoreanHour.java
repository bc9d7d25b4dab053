package io.talkgate.link.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An hour of a day in Korea, where NAVER's customers live: nine hours ahead all year round.
 *
 * @param hour 0 to 23
 */
record KoreanHour(LocalDate day, int hour) {
  static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

  /** The hour in which this time lies. */
  static KoreanHour of(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, KOREA);
    return new KoreanHour(local.toLocalDate(), local.getHour());
  }
}
