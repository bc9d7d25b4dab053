package io.talkgate.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said at /q/metrics, and what never is. */
@QuarkusTest
class IntakeMetricsTest {
  private static final Pattern NAME = Pattern.compile("talkgate(_[a-z]+)+");

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @TestHTTPResource String base;

  @Test
  void acceptedAndRefusedCallsAreCountedAndNoTokenIsNamed() {
    Shop shop = Shop.open();
    String webhook = shop.requestApproval(shop.createLink());
    double accepted = value("talkgate_intake_accepted_total{leg=\"database\"");
    double unknown = value("talkgate_intake_refused_total{cause=\"unknown_token\"");
    double answers = value("talkgate_intake_answer_seconds_count");
    String stranger = "B".repeat(43);

    assertEquals(200, new WebhookCaller(webhook).writes("june", "hello").join());
    assertEquals(
        404, new WebhookCaller(base + "webhooks/talktalk/" + stranger).writes("x", "y").join());

    assertEquals(accepted + 1, value("talkgate_intake_accepted_total{leg=\"database\""));
    assertEquals(unknown + 1, value("talkgate_intake_refused_total{cause=\"unknown_token\""));
    assertEquals(answers + 2, value("talkgate_intake_answer_seconds_count"));
    String token = webhook.substring(webhook.lastIndexOf('/') + 1);
    String all = all();
    assertFalse(all.contains(token));
    assertFalse(all.contains(stranger));
    assertTrue(all.contains("/webhooks/talktalk/{token}"));
  }

  @Test
  void everyMeterIsNamedAsPrometheusWantsAndStandsInTheDocument() throws IOException {
    String document = Files.readString(Path.of("docs", "metrics.md"));
    List<String> types =
        all().lines().filter(line -> line.startsWith("# TYPE talkgate_intake")).toList();

    assertTrue(types.size() > 15, types.toString());
    for (String type : types) {
      String name = type.split(" ", -1)[2];
      assertTrue(NAME.matcher(name).matches(), name);
      assertEquals(type.endsWith(" counter"), name.endsWith("_total"), type);
      assertTrue(document.contains("`" + name + "`"), name + " is not in docs/metrics.md");
    }
  }

  private double value(String beginning) {
    return lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Stream<String> lines() {
    return all().lines();
  }

  private String all() {
    return given().accept("text/plain").get(metrics).then().statusCode(200).extract().asString();
  }
}
