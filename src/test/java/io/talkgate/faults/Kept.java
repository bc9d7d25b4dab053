package io.talkgate.faults;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database holds of one customer, in its own order. */
final class Kept {
  private final List<String> events = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> consultations = new ArrayList<>();
  private @Nullable OffsetDateTime lastApplied;
  private boolean late;
  private int failed;

  /**
   * An event, in the order received.
   *
   * @param applied when; null if it was not
   */
  void event(String name, String state, @Nullable OffsetDateTime applied) {
    events.add(name);
    if (!state.equals("APPLIED") || applied == null) {
      failed++;
    } else if (lastApplied != null && applied.isBefore(lastApplied)) {
      late = true;
    } else {
      lastApplied = applied;
    }
  }

  /** Whether an event was applied before one that was received earlier. */
  boolean hasLate() {
    return late;
  }

  void text(String text) {
    texts.add(text);
  }

  void consultation(String statusThreadAndTexts) {
    consultations.add(statusThreadAndTexts);
  }

  List<String> events() {
    return events;
  }

  List<String> texts() {
    return texts;
  }

  /** Each as its status, who holds the thread, and its texts. */
  List<String> consultations() {
    return consultations;
  }

  int failed() {
    return failed;
  }
}
