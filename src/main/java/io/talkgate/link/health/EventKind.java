package io.talkgate.link.health;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The events that are ticked at Partner Center (protocol §4), and all others. */
enum EventKind {
  SEND,
  OPEN,
  LEAVE,
  FRIEND,
  ECHO,
  OTHER;

  /** The column of {@code link_health} that holds its latest time. */
  String column() {
    return name().toLowerCase(Locale.ROOT) + "_at";
  }

  /**
   * The kind of an event.
   *
   * @param name NAVER's name of it; null if it could not be read
   */
  static EventKind of(@Nullable String name) {
    return switch (name == null ? "" : name) {
      case "send" -> SEND;
      case "open" -> OPEN;
      case "leave" -> LEAVE;
      case "friend" -> FRIEND;
      case "echo" -> ECHO;
      default -> OTHER;
    };
  }
}
