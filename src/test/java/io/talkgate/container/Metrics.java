package io.talkgate.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of metrics, as the pages about them and the queries have them. */
final class Metrics {
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z][a-z0-9_]*)", Pattern.MULTILINE);

  /** What Prometheus itself says of each place where it reads. */
  private static final String UP = "up";

  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\"[^\"]*\"|by \\([^)]*\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)+\\b(?!\\()|\\bup\\b");

  private Metrics() {}

  /** Every name that has a row in docs/metrics*.md; a histogram's also with its endings. */
  static Set<String> documented() {
    Set<String> names = new TreeSet<>(Set.of(UP));
    try (Stream<Path> pages = Files.list(Path.of("docs"))) {
      for (Path page : pages.filter(Metrics::isAboutMetrics).toList()) {
        ROW.matcher(Files.readString(page)).results().forEach(row -> add(names, row.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** The metrics a query asks for. */
  static Set<String> namedIn(String query) {
    return NAME.matcher(LABELS.matcher(query).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(Set<String> names, String name) {
    names.add(name);
    if (name.endsWith("_seconds") || name.endsWith("_events")) {
      names.add(name + "_bucket");
      names.add(name + "_count");
      names.add(name + "_sum");
    }
  }

  private static boolean isAboutMetrics(Path page) {
    return page.getFileName().toString().matches("metrics.*\\.md");
  }
}
