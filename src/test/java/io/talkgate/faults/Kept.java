package io.talkgate.faults;

import java.util.ArrayList;
import java.util.List;

/** What the database holds of one customer, in its own order. */
final class Kept {
  private final List<String> events = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> consultations = new ArrayList<>();
  private int failed;

  void event(String name, String state) {
    events.add(name);
    if (!state.equals("APPLIED")) {
      failed++;
    }
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
