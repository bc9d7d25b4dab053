package io.talkgate.platform.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where nobody has switched traces on, no call pays for them. */
@QuarkusTest
class TracesOffTest {
  private static final ContextKey<String> KEY = ContextKey.named("carried");

  @Inject Traces traces;
  @Inject Vertx vertx;

  @Test
  void noSpanIsMade() {
    assertSame(
        Span.getInvalid(),
        traces.begin("webhook", SpanKind.SERVER, UUID.randomUUID(), UUID.randomUUID()));
  }

  @Test
  void vertxHasNoTracer() {
    assertNull(((VertxInternal) vertx).tracer());
  }

  @Test
  void mutinyCarriesNothingOfOpenTelemetryAlong() {
    Uni<Optional<String>> seen =
        Context.root()
            .with(KEY, "yes")
            .wrapSupplier(() -> Uni.createFrom().item("anything").map(item -> carried()))
            .get();

    assertEquals(Optional.empty(), seen.await().indefinitely());
  }

  private static Optional<String> carried() {
    return Optional.ofNullable(Context.current().get(KEY));
  }
}
