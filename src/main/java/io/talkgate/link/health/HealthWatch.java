package io.talkgate.link.health;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.LinkStatus;
import io.talkgate.link.health.StoredHealth.Change;
import io.talkgate.link.health.StoredHealth.Found;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at all links every few seconds and tells whose state has changed. */
@Singleton
class HealthWatch {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FactsReader reader;
  private final Assessor assessor;
  private final StoredHealth stored;
  private final HealthChanges changes;
  private final HealthMetrics metrics;
  private final Clock clock;

  HealthWatch(
      FactsReader reader,
      Assessor assessor,
      StoredHealth stored,
      HealthChanges changes,
      HealthMetrics metrics,
      Clock clock) {
    this.reader = reader;
    this.assessor = assessor;
    this.stored = stored;
    this.changes = changes;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** One look. */
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    Instant now = clock.instant();
    return assessor
        .refresh(now)
        .chain(() -> reader.ofWatched(now))
        .chain(facts -> store(facts, now))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .invoke(changes::tell)
        .replaceWithVoid();
  }

  private Uni<List<Change>> store(List<HealthFacts> facts, Instant now) {
    List<Found> differing = new ArrayList<>();
    List<Assessment> approved = new ArrayList<>();
    for (HealthFacts link : facts) {
      Assessment found = assessor.assess(link, now);
      if (link.since() == null || !found.equals(link.stored())) {
        differing.add(new Found(link.link(), found));
      }
      if (link.status() == LinkStatus.APPROVED) {
        approved.add(found);
      }
    }
    metrics.sampled(counts(approved));
    return stored.store(differing, now);
  }

  private static Map<HealthState, Long> counts(List<Assessment> found) {
    return found.stream().collect(Collectors.groupingBy(Assessment::state, Collectors.counting()));
  }
}
