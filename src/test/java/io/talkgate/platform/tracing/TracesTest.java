package io.talkgate.platform.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans as a collector gets them. */
class TracesTest {
  private static final UUID BRAND = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID LINK = UUID.fromString("01900000-0000-7000-8000-000000000002");

  private final InMemorySpanExporter collected = InMemorySpanExporter.create();
  private final SdkTracerProvider sdk =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(collected)).build();
  private final Traces on = new Traces(sdk.get("test"), true);
  private final Traces off = new Traces(sdk.get("test"), false);

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void aSpanNamesBrandAndLinkAndEndsWithItsWork() {
    Span span = webhook();
    Uni<String> work = Traces.during(span, Uni.createFrom().item("done"), TracesTest::length);
    assertEquals(List.of(), collected.getFinishedSpanItems());

    assertEquals("done", work.await().indefinitely());

    SpanData found = collected.getFinishedSpanItems().get(0);
    assertEquals("webhook", found.getName());
    assertEquals(BRAND.toString(), text(found, "talkgate.brand.id"));
    assertEquals(LINK.toString(), text(found, "talkgate.link.id"));
    assertEquals(4L, found.getAttributes().get(AttributeKey.longKey("length")));
    assertFalse(found.getParentSpanContext().isValid());
  }

  @Test
  void ofAFailureOnlyTheTypeIsTold() {
    Uni<String> work =
        Traces.during(
            webhook(),
            Uni.createFrom().failure(new IllegalStateException("what a customer wrote")),
            TracesTest::length);

    assertThrows(IllegalStateException.class, () -> work.await().indefinitely());

    SpanData found = collected.getFinishedSpanItems().get(0);
    assertEquals(StatusCode.ERROR, found.getStatus().getStatusCode());
    assertEquals(IllegalStateException.class.getName(), text(found, "error.type"));
    assertFalse(found.toString().contains("wrote"));
  }

  @Test
  void aBatchLinksToWhatItIsMadeOf() {
    List<SpanContext> causes =
        List.of(webhook().getSpanContext(), SpanContext.getInvalid(), webhook().getSpanContext());

    on.beginBatch("batch", causes, Function.identity()).end();

    SpanData batch = collected.getFinishedSpanItems().get(0);
    assertEquals(
        List.of(causes.get(0), causes.get(2)),
        batch.getLinks().stream().map(LinkData::getSpanContext).toList());
    assertEquals(causes.get(0), batch.getParentSpanContext());
    assertEquals(3L, batch.getAttributes().get(AttributeKey.longKey("talkgate.batch.events")));
  }

  @Test
  void aBatchOfNothingThatIsRecordedIsNotRecorded() {
    Span batch = on.beginBatch("batch", List.of(SpanContext.getInvalid()), Function.identity());

    assertFalse(batch.isRecording());
  }

  @Test
  void whileTracesAreOffNothingIsMade() {
    Span span = off.begin("webhook", SpanKind.SERVER, BRAND, LINK);
    Uni<String> work = Uni.createFrom().item("done");

    assertSame(Span.getInvalid(), span);
    assertSame(work, Traces.during(span, work, TracesTest::length));
    assertSame(
        Span.getInvalid(),
        off.beginBatch("batch", List.of(webhook().getSpanContext()), Function.identity()));
  }

  private Span webhook() {
    return on.begin("webhook", SpanKind.SERVER, BRAND, LINK);
  }

  private static void length(Span span, String text) {
    span.setAttribute("length", text.length());
  }

  private static String text(SpanData span, String attribute) {
    return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(attribute)));
  }
}
