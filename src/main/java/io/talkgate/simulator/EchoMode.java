package io.talkgate.simulator;

import org.jspecify.annotations.Nullable;

/** How often and when an accepted message comes back to the webhook. */
enum EchoMode {
  NONE("false"),
  ONCE("true"),
  TWICE("twice"),
  BEFORE_ANSWER("before-answer");

  private final String json;

  EchoMode(String json) {
    this.json = json;
  }

  Object json() {
    return switch (this) {
      case NONE -> false;
      case ONCE -> true;
      case TWICE, BEFORE_ANSWER -> json;
    };
  }

  static @Nullable EchoMode of(@Nullable Object json) {
    for (EchoMode mode : values()) {
      if (mode.json.equals(String.valueOf(json))) {
        return mode;
      }
    }
    return null;
  }
}
