package io.talkgate.platform.database;

import java.util.Locale;

/**
 * The roles as which statements run (migration V13). The role that logs in has the rights of none
 * of them by itself.
 */
public enum DatabaseRole {
  /** What members do, within one brand. */
  DESK,
  /** What operators do, over all brands; nothing of conversations. */
  OPERATOR,
  /** Finds who logs in. */
  LOGIN,
  /** Keeps and applies what NAVER sends. */
  INTAKE,
  /** Sends what is queued. */
  DELIVERY,
  /** What is due by the clock. */
  TIMERS;

  /** Its name in the database. */
  String sqlName() {
    return "talkgate_" + name().toLowerCase(Locale.ROOT);
  }
}
