package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What goes wrong above a link does not undo the link's change, nor hold its caller up. */
class LinkAnnouncementsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final UUID BRAND = UUID.randomUUID();
  private static final UUID LINK = UUID.randomUUID();

  private final List<String> heard = new ArrayList<>();

  @Test
  void theRoomAboveHearsOfApprovalAndRevocation() {
    LinkAnnouncements announcements = announcing(Uni.createFrom()::voidItem);

    announcements.approved(BRAND, LINK).await().atMost(LIMIT);
    announcements.revoked(BRAND, LINK).await().atMost(LIMIT);

    assertEquals(List.of("approved " + BRAND + LINK, "revoked " + BRAND + LINK), heard);
  }

  @Test
  void aFailureThereIsNoFailureHere() {
    announcing(() -> Uni.createFrom().failure(new IllegalStateException("away")))
        .approved(BRAND, LINK)
        .await()
        .atMost(LIMIT);
    announcing(
            () -> {
              throw new IllegalStateException("at once");
            })
        .approved(BRAND, LINK)
        .await()
        .atMost(LIMIT);

    assertEquals(2, heard.size());
  }

  @Test
  void workThatTakesTooLongGoesOnAlone() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Uni<Void> endless =
        Uni.createFrom().<Void>nothing().onCancellation().invoke(() -> cancelled.set(true));

    announcing(() -> endless).approved(BRAND, LINK).await().atMost(LIMIT);

    assertEquals(1, heard.size());
    assertFalse(cancelled.get());
  }

  private LinkAnnouncements announcing(Supplier<Uni<Void>> work) {
    LinkSignals signals =
        new LinkSignals() {
          @Override
          public Uni<Void> approved(UUID brandId, UUID linkId) {
            heard.add("approved " + brandId + linkId);
            return work.get();
          }

          @Override
          public Uni<Void> revoked(UUID brandId, UUID linkId) {
            heard.add("revoked " + brandId + linkId);
            return work.get();
          }
        };
    return new LinkAnnouncements(instance(signals), Duration.ofMillis(50));
  }

  @SuppressWarnings("unchecked")
  private static Instance<LinkSignals> instance(LinkSignals signals) {
    return (Instance<LinkSignals>)
        Proxy.newProxyInstance(
            LinkAnnouncementsTest.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? signals : true);
  }
}
