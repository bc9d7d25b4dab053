package io.talkgate.deliverybench;

import io.talkgate.bench.Report;
import java.util.ArrayList;
import java.util.List;

/** The table, and which of its lines do not hold. Figures alone hold whatever they are. */
final class Findings {
  private final Report report;
  private final List<String> broken = new ArrayList<>();
  private String part = "";

  Findings(Report report) {
    this.report = report;
  }

  void part(String title) {
    part = title;
    report.section(title);
  }

  /** A figure. */
  void add(String what, Object value) {
    report.add(what, value);
  }

  /** A line that has to hold. */
  void check(String what, Object value, boolean holds) {
    report.add(what, holds ? value : value + " DOES NOT HOLD");
    if (!holds) {
      broken.add(part + ": " + what + " " + value);
    }
  }

  /** What does not hold; empty if everything does. */
  List<String> broken() {
    return List.copyOf(broken);
  }
}
