package io.talkgate.link.health;

import io.talkgate.link.LinkStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about a link that is approved and has nothing wrong but what a test says. */
final class Facts {
  private static final LinkKey LINK = new LinkKey(new UUID(1, 1), new UUID(2, 2));

  private Facts() {}

  static HealthFacts of(Map<EventKind, Instant> seen, List<Instant> sends) {
    return of(seen, sends, Map.of(), Assessment.NO_EVENT_YET, null);
  }

  static HealthFacts of(
      Map<EventKind, Instant> seen,
      List<Instant> sends,
      Map<AnswerCause, Integer> answers,
      Assessment stored,
      @Nullable Instant since) {
    return new HealthFacts(
        LINK,
        LinkStatus.APPROVED,
        false,
        KeyVerdict.GOOD,
        null,
        seen,
        sends,
        "00",
        null,
        answers,
        0,
        new int[24],
        stored,
        since);
  }
}
