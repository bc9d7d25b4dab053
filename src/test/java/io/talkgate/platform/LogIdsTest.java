package io.talkgate.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ids are said of what is done on a context, and of nobody else. */
@QuarkusTest
class LogIdsTest {
  private final UUID brand = UUID.randomUUID();
  private final UUID link = UUID.randomUUID();

  private final Vertx vertx;

  LogIdsTest(Vertx vertx) {
    this.vertx = vertx;
  }

  @Test
  void goWithTheContextAndNotWithTheThread() throws Exception {
    Context loop = vertx.getOrCreateContext();
    Context call = VertxContext.createNewDuplicatedContext(loop);
    Context next = VertxContext.createNewDuplicatedContext(loop);

    assertEquals(brand + " " + link, on(call, () -> noted(brand, link)));

    assertEquals(brand, UUID.fromString("" + on(call, () -> MDC.get("brandId"))));
    assertNull(on(next, () -> MDC.get("brandId")));
    assertNull(on(loop, () -> MDC.get("brandId")));
  }

  @Test
  void areNotNotedWhereTheyWouldStayOnTheThread() throws Exception {
    Context loop = vertx.getOrCreateContext();

    on(loop, () -> noted(brand, link));

    assertNull(on(loop, () -> MDC.get("brandId")));
    assertNull(on(loop, () -> MDC.get("linkId")));
  }

  private static String noted(UUID brand, UUID link) {
    LogIds.are(brand, link);
    return MDC.get("brandId") + " " + MDC.get("linkId");
  }

  private static @Nullable Object on(Context context, Supplier<@Nullable Object> work)
      throws Exception {
    CompletableFuture<@Nullable Object> done = new CompletableFuture<>();
    context.runOnContext(now -> done.complete(work.get()));
    return done.get(10, TimeUnit.SECONDS);
  }
}
