package io.talkgate.link.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public holidays of Korea. */
@Schema(description = "Which of Korea's public holidays; `SUBSTITUTE` is given for another one.")
public enum KoreanHoliday {
  /** 1월 1일. */
  NEW_YEAR,
  /** 설날, with the days before and after. */
  LUNAR_NEW_YEAR,
  /** 3·1절. */
  INDEPENDENCE_MOVEMENT_DAY,
  /** 어린이날. */
  CHILDRENS_DAY,
  /** 부처님 오신 날. */
  BUDDHAS_BIRTHDAY,
  /** 현충일. */
  MEMORIAL_DAY,
  /** 광복절. */
  LIBERATION_DAY,
  /** 추석, with the days before and after. */
  CHUSEOK,
  /** 개천절. */
  NATIONAL_FOUNDATION_DAY,
  /** 한글날. */
  HANGUL_DAY,
  /** 기독탄신일. */
  CHRISTMAS_DAY,
  /** 대체공휴일, for one that fell on a day that was free anyway. */
  SUBSTITUTE
}
