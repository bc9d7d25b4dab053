package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.CommitBell;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages on their way out. The message row itself is the job; a lane per customer keeps them in
 * order over any number of replicas. Every call is one statement and takes 10 s at most.
 */
@Singleton
public class Outbox {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final OutboxClaim claims;
  private final OutboxSettle settlements;
  private final OutboxWatch watch;
  private final CommitBell bell;

  Outbox(OutboxClaim claims, OutboxSettle settlements, OutboxWatch watch, CommitBell bell) {
    this.claims = claims;
    this.settlements = settlements;
    this.watch = watch;
    this.bell = bell;
  }

  /**
   * Takes the oldest unsettled message of lanes that are due, the lanes that wait longest first.
   * The messages are SENDING, and that is committed, when this answers.
   *
   * @param limit how many at most; fewer if the paces or the breakers allow fewer
   */
  public Uni<List<OutboxMessage>> claim(int limit, ClaimTerms terms) {
    return limited(claims.claim(limit, terms)).invoke(this::ring);
  }

  /**
   * Writes what became of messages, at most one of a lane. What was settled otherwise in the
   * meantime stays as it is.
   *
   * @return what came of each, by the message's id
   */
  public Uni<Map<UUID, Settled>> settle(List<Settlement> batch) {
    return limited(settlements.settle(batch)).invoke(bell::ring);
  }

  /** Lanes whose sender is gone or whose wait for an echo is over; each is to be settled. */
  public Uni<List<OverdueLane>> overdue() {
    return limited(watch.overdue());
  }

  /** When there is something to claim or to settle. */
  public Uni<Outlook> outlook(ClaimTerms terms) {
    return limited(watch.outlook(terms));
  }

  /** Fails what waits for revoked links; answers how many messages. */
  public Uni<Integer> failOfRevoked() {
    return limited(watch.failOfRevoked());
  }

  /** How much waits, by state; states with nothing may be missing. */
  public Uni<List<QueueSize>> sizes() {
    return limited(watch.sizes());
  }

  private void ring(List<OutboxMessage> claimed) {
    if (!claimed.isEmpty()) {
      bell.ring();
    }
  }

  private static <T> Uni<T> limited(Uni<T> call) {
    return call.ifNoItem().after(LIMIT).fail();
  }
}
