package io.talkgate.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Grafana board asks for metrics that exist, in words that Prometheus understands. */
class DashboardTest {
  private static final Path BOARD = Path.of("docker", "observability", "dashboard.json");
  private static final int COLUMNS = 24;

  @TempDir Path temp;

  @Test
  void everyMetricIsDocumented() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (String query : queries()) {
      assertTrue(query.contains("{instance=~\"$instance\""), query);
      unknown.addAll(Metrics.namedIn(query));
    }
    unknown.removeAll(Metrics.documented());

    assertEquals(Set.of(), unknown);
  }

  @Test
  void panelsAreNumberedOnceAndStandSideBySide() throws IOException {
    List<JsonNode> panels = board().path("panels").findParents("gridPos");
    Map<Integer, Integer> widths = new TreeMap<>();
    for (JsonNode panel : panels) {
      JsonNode place = panel.path("gridPos");
      widths.merge(place.path("y").asInt(), place.path("w").asInt(), Integer::sum);
    }

    assertEquals(
        panels.size(), panels.stream().map(panel -> panel.path("id").asInt()).distinct().count());
    assertEquals(Set.of(COLUMNS), Set.copyOf(widths.values()));
  }

  /** Each query as a rule: promtool refuses what Prometheus could not read. */
  @Test
  void prometheusUnderstandsEveryQuery() throws Exception {
    assumeTrue(Programs.areThere("promtool"), "promtool is not installed");
    List<String> queries =
        queries().stream()
            .map(query -> query.replace("$__rate_interval", "1m").replace("$instance", ".*"))
            .toList();
    String rules =
        IntStream.range(0, queries.size())
            .mapToObj(n -> "  - record: q%d%n    expr: >-%n      %s%n".formatted(n, queries.get(n)))
            .collect(Collectors.joining("", "groups:\n- name: board\n  rules:\n", ""));
    Path file = Files.writeString(temp.resolve("rules.yaml"), rules);
    Path output = temp.resolve("output");

    int exit =
        new ProcessBuilder("promtool", "check", "rules", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    assertEquals(0, exit, Files.readString(output));
  }

  private static List<String> queries() throws IOException {
    return board().findValuesAsText("expr");
  }

  private static JsonNode board() throws IOException {
    return new ObjectMapper().readTree(BOARD.toFile());
  }
}
