package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The circuit breakers of links and of NAVER as a whole. While one is open nothing is claimed; then
 * one message goes as a probe. They stand in the database, beside the paces, because every replica
 * has to obey them and the time they are open is taken off a message's tries; breakers in memory,
 * as SmallRye Fault Tolerance has them, would open once per replica and know nothing of each
 * other's probes.
 */
@Singleton
class Breakers {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Breaker links;
  private final Breaker host;

  Breakers(@ActingAs(DatabaseRole.DELIVERY) Transactions transactions) {
    links =
        new Breaker(
            transactions, BreakerPolicy.LINK, "delivery_links", "brand_id = $2 and link_id = $3");
    host = new Breaker(transactions, BreakerPolicy.HOST, "delivery_host", "one");
  }

  /** Whether the outcome speaks of NAVER or of the way there, and not of the message. */
  static boolean isFailure(SendOutcome outcome) {
    return outcome instanceof SendOutcome.NotReached || outcome instanceof SendOutcome.Unclear;
  }

  /** Whether NAVER said nothing at all: what it says to one link tells nothing about the others. */
  static boolean isSilence(SendOutcome outcome) {
    return (outcome instanceof SendOutcome.NotReached away && !away.byLimiter())
        || (outcome instanceof SendOutcome.Unclear unclear && !unclear.answered());
  }

  /**
   * Notes a call without a clear answer.
   *
   * @param claimedAt when its slot was taken, by the database's clock
   */
  Uni<Void> failed(UUID brandId, UUID linkId, Instant claimedAt, SendOutcome outcome) {
    return limited(
        links
            .failed("link " + linkId, claimedAt, List.of(brandId, linkId))
            .chain(
                () ->
                    isSilence(outcome)
                        ? host.failed("all links", claimedAt, List.of())
                        : host.answered(List.of())));
  }

  /** Notes a clear answer after failures. */
  Uni<Void> answered(UUID brandId, UUID linkId) {
    return limited(links.answered(List.of(brandId, linkId)).chain(() -> host.answered(List.of())));
  }

  private static Uni<Void> limited(Uni<Void> work) {
    return work.ifNoItem().after(LIMIT).fail();
  }
}
