package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.link.Link;
import io.talkgate.link.Links;
import io.talkgate.link.health.StoredHealth.Found;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How links are, for callers. */
@Singleton
public class LinkHealths {
  private final Links links;
  private final FactsReader reader;
  private final Assessor assessor;
  private final StoredHealth stored;
  private final HealthChanges changes;
  private final Clock clock;

  LinkHealths(
      Links links,
      FactsReader reader,
      Assessor assessor,
      StoredHealth stored,
      HealthChanges changes,
      Clock clock) {
    this.links = links;
    this.reader = reader;
    this.assessor = assessor;
    this.stored = stored;
    this.changes = changes;
    this.clock = clock;
  }

  /** How a link is now; NOT_FOUND for one that the caller does not see. */
  public Uni<Result<LinkHealth>> of(Caller caller, UUID id) {
    return links
        .get(caller, id)
        .chain(
            result ->
                result.<Uni<Result<LinkHealth>>>fold(
                    this::of, refusal -> Uni.createFrom().item(new Result.Refused<>(refusal))));
  }

  private Uni<Result<LinkHealth>> of(Link link) {
    Instant now = clock.instant();
    return reader
        .of(new LinkKey(link.brandId(), link.id()), now)
        .chain(
            found ->
                found
                    .map(facts -> assess(facts, now).map(Result::done))
                    .orElseGet(() -> Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND))));
  }

  /** A change that the watch has not seen yet is written here, so that its time stays. */
  private Uni<LinkHealth> assess(HealthFacts facts, Instant now) {
    Assessment found = assessor.assess(facts, now);
    Instant since = facts.since();
    if (since != null && found.equals(facts.stored())) {
      return Uni.createFrom().item(health(facts, found, since));
    }
    return stored
        .store(List.of(new Found(facts.link(), found)), now)
        .invoke(changes::tell)
        .map(written -> written.isEmpty() ? now : written.get(0).since())
        .map(at -> health(facts, found, at));
  }

  private LinkHealth health(HealthFacts facts, Assessment found, Instant since) {
    return LinkHealth.of(facts, assessor.publicUrl(), found, since);
  }
}
