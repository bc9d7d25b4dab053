package io.talkgate.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts ask for metrics that exist, fire when they should, and each is in the handbook. */
class AlertsTest {
  private static final Path TESTS = Path.of("docker", "observability", "alerts-test.yaml");

  private final PrometheusRule rules =
      Manifests.one(PrometheusRule.class, "overlays", "production", "alerts.yaml");

  @TempDir Path temp;

  @Test
  void everyMetricIsDocumented() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Rule rule : alerts()) {
      unknown.addAll(Metrics.namedIn(rule.getExpr().getStrVal()));
    }
    unknown.removeAll(Metrics.documented());

    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyAlertIsInTheHandbook() throws IOException {
    Set<String> explained =
        Files.readAllLines(Path.of("docs", "operations.md")).stream()
            .filter(line -> line.startsWith("#### TalkGate"))
            .map(line -> line.substring("#### ".length()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        alerts().stream().map(Rule::getAlert).collect(Collectors.toCollection(TreeSet::new)),
        explained);
  }

  @Test
  void everyAlertSaysHowUrgentItIs() {
    for (Rule rule : alerts()) {
      assertTrue(Set.of("critical", "warning").contains(rule.getLabels().get("severity")));
      assertEquals(Set.of("summary", "description"), rule.getAnnotations().keySet());
    }
  }

  /** promtool plays the metrics of docker/observability/alerts-test.yaml through the rules. */
  @Test
  void theyFireWhenTheyShould() throws Exception {
    assumeTrue(Programs.areThere("promtool"), "promtool is not installed");
    new ObjectMapper(new YAMLFactory())
        .writeValue(temp.resolve("alerts.yaml").toFile(), rules.getSpec());
    Path tests = Files.copy(TESTS, temp.resolve("alerts-test.yaml"));
    Path output = temp.resolve("output");

    int exit =
        new ProcessBuilder("promtool", "test", "rules", tests.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    assertEquals(0, exit, Files.readString(output));
  }

  @Test
  void everyAlertIsPlayed() throws IOException {
    String tests = Files.readString(TESTS);

    for (Rule rule : alerts()) {
      assertTrue(tests.contains("alertname: " + rule.getAlert() + "\n"), rule.getAlert());
    }
  }

  private List<Rule> alerts() {
    return rules.getSpec().getGroups().stream()
        .flatMap(group -> group.getRules().stream())
        .toList();
  }
}
