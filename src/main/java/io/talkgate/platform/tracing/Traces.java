package io.talkgate.platform.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.LogIds;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends spans. While traces are off ({@code quarkus.otel.sdk.disabled}, the default),
 * every span is the one that does nothing, and nothing else is made.
 *
 * <p>A span begins where its work does and has no other parent: whoever calls a webhook from
 * outside cannot put its calls into a trace of ours, nor decide which are recorded.
 */
@Singleton
public class Traces {
  private static final AttributeKey<String> BRAND = AttributeKey.stringKey("talkgate.brand.id");
  private static final AttributeKey<String> LINK = AttributeKey.stringKey("talkgate.link.id");
  private static final AttributeKey<Long> EVENTS = AttributeKey.longKey("talkgate.batch.events");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final boolean on;
  private final Tracer tracer;

  @Inject
  Traces(
      OpenTelemetry openTelemetry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
    this(openTelemetry.getTracer("io.talkgate"), !disabled);
  }

  Traces(Tracer tracer, boolean on) {
    this.tracer = tracer;
    this.on = on;
  }

  /** Begins a trace of work about a link; log lines of the current context carry its ids. */
  public Span begin(String name, SpanKind kind, UUID brandId, UUID linkId) {
    if (!on) {
      return Span.getInvalid();
    }
    Span span =
        tracer
            .spanBuilder(name)
            .setNoParent()
            .setSpanKind(kind)
            .setAttribute(BRAND, brandId.toString())
            .setAttribute(LINK, linkId.toString())
            .startSpan();
    SpanContext ids = span.getSpanContext();
    LogIds.traced(ids.getTraceId(), ids.getSpanId());
    return span;
  }

  /**
   * Begins work on several things at once. The span belongs to the trace of the first of them that
   * is recorded, and links to all of these; where none is, it is not recorded either.
   *
   * @param causeOf the span within which each of them came
   */
  public <T> Span beginBatch(String name, List<T> things, Function<T, SpanContext> causeOf) {
    if (!on) {
      return Span.getInvalid();
    }
    List<SpanContext> causes = things.stream().map(causeOf).filter(SpanContext::isSampled).toList();
    if (causes.isEmpty()) {
      return Span.getInvalid();
    }
    SpanBuilder span =
        tracer
            .spanBuilder(name)
            .setParent(Context.root().with(Span.wrap(causes.get(0))))
            .setAttribute(EVENTS, (long) things.size());
    causes.forEach(span::addLink);
    return span.startSpan();
  }

  /** Says which thing a span is about, by an id of ours. */
  public static void about(Span span, AttributeKey<String> what, UUID id) {
    if (span.isRecording()) {
      span.setAttribute(what, id.toString());
    }
  }

  /**
   * The work, within a span that ends with it. Of a failure only the type is told: its message may
   * repeat what somebody wrote.
   *
   * @param result what to say of what came of it
   */
  public static <T> Uni<T> during(Span span, Uni<T> work, BiConsumer<Span, T> result) {
    if (!span.isRecording()) {
      return work;
    }
    return work.invoke(item -> result.accept(span, item))
        .onTermination()
        .invoke((item, failure, cancelled) -> end(span, failure));
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
    }
    span.end();
  }
}
