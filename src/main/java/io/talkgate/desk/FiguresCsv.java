package io.talkgate.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures as CSV (RFC 4180), with the names of the JSON in its first line. */
final class FiguresCsv {
  private static final String HEAD =
      "key,opened,answered,closed,firstResponseSeconds,handlingSeconds,waitingSeconds,missedOutsideHours,"
          + "ratings,satisfaction,deliveryFailures\r\n";

  private FiguresCsv() {}

  static String of(List<FiguresView> rows) {
    return rows.stream().map(FiguresCsv::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(FiguresView row) {
    return Stream.of(
                text(row.key()),
                row.opened(),
                row.answered(),
                row.closed(),
                number(row.firstResponseSeconds()),
                number(row.handlingSeconds()),
                number(row.waitingSeconds()),
                row.missedOutsideHours(),
                row.ratings(),
                number(row.satisfaction()),
                row.deliveryFailures())
            .map(Object::toString)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A spreadsheet must not take a category for a formula. */
  private static String text(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private static String number(@Nullable Double number) {
    return number == null ? "" : String.format(Locale.ROOT, "%.2f", number);
  }
}
