package io.talkgate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The results: printed as they come, and at the end a table and JSON for machines. */
public final class Report {
  private final Path directory;
  private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
  private Map<String, Object> section = new LinkedHashMap<>();

  /** One that will be written into this directory. */
  public Report(Path directory) {
    this.directory = directory;
  }

  /** What comes next belongs under this title. */
  public void section(String title) {
    section = sections.computeIfAbsent(title, key -> new LinkedHashMap<>());
    System.out.println("\n" + title);
  }

  /**
   * A figure of the present section; numbers with a fraction are shown with the digits that count.
   */
  public void add(String what, Object value) {
    section.put(what, value);
    System.out.printf(Locale.ROOT, "  %-44s %s%n", what, text(value));
  }

  /** The figures of a load. */
  void add(LoadResult load) {
    add("events/s answered 200", load.perSecond());
    addLatency(load);
    add("calls answered 200", load.kept());
    if (load.not200() > 0) {
      add("other answers", load.others().toString());
      add("unanswered", load.unanswered());
    }
  }

  void addLatency(LoadResult load) {
    add("p50 ms", load.latency().millisAt(0.5));
    add("p99 ms", load.latency().millisAt(0.99));
    add("p99.9 ms", load.latency().millisAt(0.999));
    add("max ms", load.latency().maxMillis());
  }

  /** Writes {@code report.md} and {@code results.json}. */
  public void write() throws IOException {
    StringBuilder table = new StringBuilder();
    sections.forEach(
        (title, figures) -> {
          table.append("| %s | |%n|---|---:|%n".formatted(title));
          figures.forEach(
              (what, value) -> table.append("| %s | %s |%n".formatted(what, text(value))));
          table.append(System.lineSeparator());
        });
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("report.md"), table);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(directory.resolve("results.json").toFile(), sections);
    System.out.println("\nWritten to " + directory);
  }

  /** A figure as it is shown. */
  public static String text(Object value) {
    if (value instanceof Double number) {
      String format = number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f";
      return String.format(Locale.ROOT, format, number);
    }
    return value instanceof Long number
        ? String.format(Locale.ROOT, "%,d", number)
        : value.toString();
  }
}
