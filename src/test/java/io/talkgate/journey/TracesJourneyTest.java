package io.talkgate.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Issue "container, Kubernetes, observability", 5: a message's way as a collector sees it. */
@QuarkusTest
@TestProfile(TracesJourneyTest.Traced.class)
class TracesJourneyTest {
  private static final String QUESTION = "is the blue one there?";
  private static final String ANSWER = "one is put aside";
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "talkgate.brand.id",
          "talkgate.link.id",
          "talkgate.event.id",
          "talkgate.message.id",
          "talkgate.batch.events",
          "talkgate.batch.left_behind",
          "talkgate.send.outcome",
          "http.response.status_code");

  @Inject InMemorySpanExporter collected;

  /** As an operator switches traces on, with this test as the collector. */
  public static final class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.simple", "true",
          "quarkus.otel.exporter.otlp.enabled", "false");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Collector.class);
    }
  }

  /** Keeps what other collectors get over the network. */
  @Alternative
  @Singleton
  public static class Collector {
    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void fromWebhookThroughBatchToSend() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    String user = shop.customer();
    collected.reset();

    assertEquals(200, new WebhookCaller(webhook).writes(user, QUESTION).join());
    String consultation = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", ANSWER)))
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202);

    SpanData call = Eventually.get(() -> named("webhook"), found -> !found.isEmpty()).get(0);
    SpanData batch = Eventually.get(() -> named("batch"), found -> !found.isEmpty()).get(0);
    SpanData send = Eventually.get(() -> named("send"), found -> !found.isEmpty()).get(0);
    for (SpanData span : List.of(call, send)) {
      assertEquals(link, attribute(span, "talkgate.link.id"));
      assertEquals(shop.brandId(), attribute(span, "talkgate.brand.id"));
    }
    assertEquals(call.getSpanContext(), batch.getLinks().get(0).getSpanContext());
    assertEquals(call.getTraceId(), batch.getTraceId());
    assertEquals("Accepted", attribute(send, "talkgate.send.outcome"));
    assertNothingElseIsTold(webhook, user);
  }

  /** Neither of texts nor of a path, a token or a user; and by no library. */
  private void assertNothingElseIsTold(String webhook, String user) {
    List<SpanData> spans = collected.getFinishedSpanItems();
    assertEquals(
        Set.of("webhook", "batch", "send"),
        spans.stream().map(SpanData::getName).collect(Collectors.toSet()));
    for (SpanData span : spans) {
      Set<String> told =
          span.getAttributes().asMap().keySet().stream()
              .map(AttributeKey::getKey)
              .collect(Collectors.toSet());
      assertTrue(ATTRIBUTES.containsAll(told), told::toString);
      for (String secret : List.of(token(webhook), user, QUESTION, ANSWER)) {
        assertFalse(span.toString().contains(secret), span::toString);
      }
    }
  }

  private List<SpanData> named(String name) {
    return collected.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static String attribute(SpanData span, String key) {
    return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(key)));
  }

  private static String token(String webhook) {
    return webhook.substring(webhook.lastIndexOf('/') + 1);
  }
}
