package io.talkgate.platform.metrics;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every metric of ours is explained, and whatever is explained is there from the start: an alert on
 * a counter that appears with its first event misses that event.
 */
@QuarkusTest
class MetricsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(talkgate_[a-z0-9_]*)(?:\\{[^`]*})?` \\|", Pattern.MULTILINE);
  private static final Pattern METRIC =
      Pattern.compile("^# TYPE (talkgate_[a-z0-9_]*) ", Pattern.MULTILINE);

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @Test
  void metricsAndTheirPagesNameTheSame() throws IOException {
    Set<String> served =
        names(METRIC, given().accept("text/plain").get(metrics).then().extract().asString());
    Set<String> documented = new TreeSet<>();
    for (Path page : pages()) {
      documented.addAll(names(ROW, Files.readString(page)));
    }

    assertTrue(served.size() > 20, served::toString);
    assertEquals(String.join("\n", served), String.join("\n", documented));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("metrics.*\\.md"))
          .collect(Collectors.toSet());
    }
  }
}
