package io.talkgate.deliverybench;

import io.talkgate.bench.Report;
import java.util.ArrayList;
import java.util.List;

/** The table: what is asked for, what was found, and which of its lines do not hold. */
final class Findings {
  private static final String DOES_NOT_HOLD = " **does not hold**";

  private final Report report;
  private final boolean judgesTimes;
  private final List<String> table = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private String part = "";

  /**
   * Printed to a report as they come.
   *
   * @param judgesTimes false where the machine is shared with a build: how fast something was is
   *     shown then and holds whatever it is
   */
  Findings(Report report, boolean judgesTimes) {
    this.report = report;
    this.judgesTimes = judgesTimes;
    table.add("| | wanted | found |");
    table.add("|---|---|---|");
  }

  /** What comes next belongs to this part. */
  void part(String title) {
    part = title;
    report.section(title);
    table.add("| **" + title + "** | | |");
  }

  /** A figure of which nothing is asked. */
  void add(String what, Object value) {
    report.add(what, value);
    line(what, "", Report.text(value));
  }

  /** A line that has to hold. */
  void check(String what, String wanted, Object value, boolean holds) {
    report.add(what, value);
    line(what, wanted, Report.text(value) + (holds ? "" : DOES_NOT_HOLD));
    if (!holds) {
      broken.add("%s: %s %s, wanted %s".formatted(part, what, Report.text(value), wanted));
    }
  }

  /** A line that has to hold and never may be anything but 0. */
  void none(String what, long value) {
    check(what, "0", value, value == 0);
  }

  /** How fast something was. */
  void time(String what, String wanted, double value, boolean holds) {
    check(what, wanted, value, holds || !judgesTimes);
  }

  /** All lines, as Markdown. */
  String table() {
    return String.join(System.lineSeparator(), table);
  }

  /** What does not hold; empty if everything does. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  private void line(String what, String wanted, String found) {
    table.add("| %s | %s | %s |".formatted(what, wanted, found));
  }
}
