package io.talkgate.platform.metrics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /q/metrics}, as Prometheus and its tools read it. */
@QuarkusTest
class MetricsPageTest {
  private static final String OF_PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/plain", OF_PROMETHEUS})
  void thePrometheusLinterFindsNothing(String accept, @TempDir Path directory) throws Exception {
    assumeTrue(isInstalled("promtool"), "promtool is not installed");
    Path page = Files.writeString(directory.resolve("page"), read(accept));
    Path found = directory.resolve("found");

    int exit =
        new ProcessBuilder("promtool", "check", "metrics")
            .redirectInput(page.toFile())
            .redirectErrorStream(true)
            .redirectOutput(found.toFile())
            .start()
            .waitFor();

    assertEquals("", Files.readString(found, StandardCharsets.UTF_8));
    assertEquals(0, exit);
  }

  @Test
  void whoAsksForOpenMetricsAloneGetsIt() {
    given()
        .header("Accept", "application/openmetrics-text")
        .get(metrics)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/openmetrics-text"))
        .body(endsWith("# EOF\n"));
  }

  private String read(String accept) {
    return given()
        .header("Accept", accept)
        .get(metrics)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":")).anyMatch(one -> Files.isExecutable(Path.of(one, program)));
  }
}
