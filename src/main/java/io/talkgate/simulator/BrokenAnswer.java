package io.talkgate.simulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers of the send API that are not NAVER's documented ones. */
enum BrokenAnswer {
  HTML("html"),
  EMPTY("empty"),
  HALF("half"),
  REDIRECT("redirect"),
  STATUS_500("500"),
  STATUS_429("429"),
  RESET("reset"),
  SILENCE("silence");

  private final String json;

  BrokenAnswer(String json) {
    this.json = json;
  }

  String json() {
    return json;
  }

  static @Nullable BrokenAnswer of(@Nullable Object json) {
    for (BrokenAnswer answer : values()) {
      if (answer.json.equals(String.valueOf(json).toLowerCase(Locale.ROOT))) {
        return answer;
      }
    }
    return null;
  }
}
