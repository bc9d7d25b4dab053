package io.talkgate.link.health;

import io.talkgate.link.LinkStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a link.
 *
 * @param keyRefused whether NAVER refuses its present key
 * @param keyVerdict what the last check of its present key said; null before there was one
 * @param keyCheckedAt when that was
 * @param seen the latest event of each kind that ever came
 * @param sends when messages that NAVER accepted were given to it, the first ten since the last
 *     echo
 * @param resultCode NAVER's answer to the latest call
 * @param calledAt when that was
 * @param answers how calls with its live tokens were answered within the hour
 * @param slowestMillis the slowest of them, in milliseconds
 * @param hours events in each hour, in Korean time, of the day of the latest event
 * @param stored the state it was found in last
 * @param since when it came into that state; null if it was never looked at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HealthFacts(
    LinkKey link,
    LinkStatus status,
    boolean keyRefused,
    @Nullable KeyVerdict keyVerdict,
    @Nullable Instant keyCheckedAt,
    Map<EventKind, Instant> seen,
    List<Instant> sends,
    @Nullable String resultCode,
    @Nullable Instant calledAt,
    Map<AnswerCause, Integer> answers,
    int slowestMillis,
    int[] hours,
    Assessment stored,
    @Nullable Instant since) {

  /** When an event of any kind came last; null if none ever did. */
  @Nullable Instant lastEventAt() {
    return latest(seen.values().stream());
  }

  /** When an event came last that is no echo; null if none ever did. */
  @Nullable Instant lastButEcho() {
    return latest(
        seen.entrySet().stream()
            .filter(one -> one.getKey() != EventKind.ECHO)
            .map(Map.Entry::getValue));
  }

  /** When an echo came last; null if none ever did. */
  @Nullable Instant lastEchoAt() {
    return seen.get(EventKind.ECHO);
  }

  /** Whether calls were answered like this within the hour. */
  boolean hasAnswers(AnswerCause cause) {
    return Objects.requireNonNullElse(answers.get(cause), 0) > 0;
  }

  private static @Nullable Instant latest(Stream<Instant> times) {
    return times.max(Instant::compareTo).orElse(null);
  }
}
