package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Tells the room above what became of a link, once that is committed. What goes wrong there is
 * logged and made good by that room's own sweeps; the link's change stands.
 */
@Singleton
class LinkAnnouncements {
  private static final Logger LOG = Logger.getLogger(LinkAnnouncements.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Instance<LinkSignals> signals;
  private final Duration limit;

  @Inject
  LinkAnnouncements(Instance<LinkSignals> signals) {
    this(signals, LIMIT);
  }

  LinkAnnouncements(Instance<LinkSignals> signals, Duration limit) {
    this.signals = signals;
    this.limit = limit;
  }

  Uni<Void> approved(UUID brandId, UUID linkId) {
    return tell(linkId, "approved", signal -> signal.approved(brandId, linkId));
  }

  Uni<Void> revoked(UUID brandId, UUID linkId) {
    return tell(linkId, "revoked", signal -> signal.revoked(brandId, linkId));
  }

  private Uni<Void> tell(UUID linkId, String what, Function<LinkSignals, Uni<Void>> call) {
    if (!signals.isResolvable()) {
      return Uni.createFrom().voidItem();
    }
    return detached(Uni.createFrom().deferred(() -> call.apply(signals.get())))
        .ifNoItem()
        .after(limit)
        .fail()
        .onFailure()
        .invoke(
            failure ->
                LOG.errorf(
                    failure, "The signal that link %s is %s failed or is late.", linkId, what))
        .onFailure()
        .recoverWithNull();
  }

  /** The work goes on after the time its caller waits for it. */
  private static Uni<Void> detached(Uni<Void> work) {
    return Uni.createFrom()
        .emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
  }
}
