package io.talkgate.subscription;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** What other systems can be told; the words of contract §3 ({@code GET /stream}). */
public enum EventType {
  CONSULTATION_CREATED("consultation.created", true),
  CONSULTATION_UPDATED("consultation.updated", true),
  MESSAGE_CREATED("message.created", true),
  MESSAGE_UPDATED("message.updated", true),
  LINK_CREATED("link.created", true),
  LINK_UPDATED("link.updated", true),
  /** A link has come into another state of health. */
  LINK_HEALTH("link.health", false),
  /** Which links need a hand, every morning. */
  LINK_DAILY_SUMMARY("link.daily-summary", false);

  private final String text;
  private final boolean ofChanges;

  EventType(String text, boolean ofChanges) {
    this.text = text;
    this.ofChanges = ofChanges;
  }

  /** As it is written. */
  @JsonValue
  public String text() {
    return text;
  }

  static EventType of(String text) {
    return Stream.of(values()).filter(type -> type.text.equals(text)).findAny().orElseThrow();
  }

  /** Those that are read from the table of changes. */
  static List<String> ofChanges() {
    return Stream.of(values()).filter(type -> type.ofChanges).map(EventType::text).toList();
  }
}
