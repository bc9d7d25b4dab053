package io.talkgate.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The rows as they come, printed and kept in {@code target/faults/table.txt}. */
final class Table {
  private static final String FORMAT = "%-26s %9s %10s %6s %7s %5s %7s %9s %7s %8s  %s%n";

  private final Path file;

  Table(Path directory) {
    file = directory.resolve("table.txt");
    print(
        FORMAT.formatted(
            "fault",
            "accepted",
            "others",
            "broken",
            "refused",
            "lost",
            "doubled",
            "disorder",
            "states",
            "worst ms",
            ""));
  }

  void add(Row row, List<String> broken) {
    Found found = row.found();
    print(
        FORMAT.formatted(
            row.fault(),
            row.accepted(),
            row.others().isEmpty() ? "0" : row.others().toString(),
            row.unanswered(),
            row.refused(),
            found.lost(),
            found.doubled(),
            found.disordered(),
            found.wrongStates() + found.staleStates(),
            row.worstMillis(),
            (broken.isEmpty() ? "holds" : "DOES NOT HOLD: " + String.join(", ", broken))
                + (row.note().isEmpty() ? "" : "; " + row.note())));
  }

  void remark(String fault, String why) {
    print("%-26s %s%n".formatted(fault, why));
  }

  private void print(String line) {
    System.out.print(line);
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
