package io.talkgate.link.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a link is (contract §5).
 *
 * @param since when it came into this state
 * @param reason why, and what its owner is to do
 * @param lastEventAt the latest event of any kind; null if none ever came
 * @param seen when each ticked event came last
 * @param answers how calls with its live tokens were answered within the hour
 * @param slowestMillis the slowest of them, in milliseconds
 * @param sendApi what NAVER said last
 * @param checks what is right and what is missing, in the order in which it is done
 */
public record LinkHealth(
    HealthState state,
    HealthReason reason,
    Confidence confidence,
    Instant since,
    @Nullable Instant lastEventAt,
    Seen seen,
    Map<AnswerCause, Integer> answers,
    int slowestMillis,
    SendApi sendApi,
    List<Check> checks) {

  /** The latest time of each event that is ticked at Partner Center; null if it never came. */
  public record Seen(
      @Nullable Instant send,
      @Nullable Instant open,
      @Nullable Instant leave,
      @Nullable Instant friend,
      @Nullable Instant echo) {

    static Seen of(HealthFacts facts) {
      Map<EventKind, Instant> seen = facts.seen();
      return new Seen(
          seen.get(EventKind.SEND),
          seen.get(EventKind.OPEN),
          seen.get(EventKind.LEAVE),
          seen.get(EventKind.FRIEND),
          seen.get(EventKind.ECHO));
    }
  }

  /**
   * NAVER's latest answer, to a message or to the key check.
   *
   * @param lastResultCode its code; null if NAVER was never called
   * @param lastCheckedAt when that was
   */
  public record SendApi(@Nullable String lastResultCode, @Nullable Instant lastCheckedAt) {}

  /** How many calls were answered within the hour. */
  public int answersLastHour() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them with another status than 200, or not at all. */
  public int non200LastHour() {
    return answers.entrySet().stream()
        .filter(one -> !one.getKey().is200())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  static LinkHealth of(HealthFacts facts, PublicUrl publicUrl, Assessment now, Instant since) {
    return new LinkHealth(
        now.state(),
        now.reason(),
        now.confidence(),
        since,
        facts.lastEventAt(),
        Seen.of(facts),
        facts.answers(),
        facts.slowestMillis(),
        new SendApi(facts.resultCode(), facts.calledAt()),
        Evidence.of(facts, publicUrl));
  }
}
