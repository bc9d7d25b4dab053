package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.health.LinkNotes;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Notes what came of every call of NAVER, whatever it was for: in the metrics, the breakers and the
 * link's health.
 */
@Singleton
class CallNotes {
  private static final Logger LOG = Logger.getLogger(CallNotes.class);

  private final DeliveryMetrics metrics;
  private final Breakers breakers;
  private final LinkNotes health;

  CallNotes(DeliveryMetrics metrics, Breakers breakers, LinkNotes health) {
    this.metrics = metrics;
    this.breakers = breakers;
    this.health = health;
  }

  /**
   * Notes it beside the caller's own way: a breaker that cannot be told is told by the next call.
   *
   * @param claimedAt when its slot was taken, by the database's clock
   * @param troubled whether calls of the link or the host were failing then
   */
  void note(UUID brandId, UUID linkId, Instant claimedAt, boolean troubled, SendOutcome outcome) {
    metrics.called(outcome);
    outcome.resultCode().ifPresent(code -> health.called(brandId, linkId, code));
    told(brandId, linkId, claimedAt, troubled, outcome)
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.debugf("A breaker cannot be told (%s).", failure.getMessage()));
  }

  private Uni<Void> told(
      UUID brandId, UUID linkId, Instant claimedAt, boolean troubled, SendOutcome outcome) {
    if (Breakers.isFailure(outcome)) {
      LOG.debugf("A call of link %s: %s", linkId, outcome);
      return breakers.failed(brandId, linkId, claimedAt, outcome);
    }
    return troubled ? breakers.answered(brandId, linkId) : Uni.createFrom().voidItem();
  }
}
