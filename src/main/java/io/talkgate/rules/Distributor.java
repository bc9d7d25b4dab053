package io.talkgate.rules;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.AutomaticAssignments;
import io.talkgate.consultation.ReturnedAssignments;
import io.talkgate.link.RuleBook;
import io.talkgate.link.RuledLink;
import io.talkgate.link.settings.AssignmentRules;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Distributes what waits, on every replica, for all brands whose links say so. */
@Singleton
public class Distributor {
  private static final Logger LOG = Logger.getLogger(Distributor.class);

  private final RuleBook book;
  private final AutomaticAssignments assignments;
  private final ReturnedAssignments returned;

  Distributor(RuleBook book, AutomaticAssignments assignments, ReturnedAssignments returned) {
    this.book = book;
    this.assignments = assignments;
    this.returned = returned;
  }

  /** Gives out what waits, takes back what was not answered. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> distribute() {
    return book.all()
        .chain(
            links ->
                Multi.createFrom()
                    .iterable(byBrand(links).entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(brand -> orPass(brand.getKey(), brand.getValue()))
                    .onItem()
                    .ignoreAsUni());
  }

  /** The same for one brand, at once: somebody has come who has room. */
  Uni<Void> distribute(UUID brandId) {
    return book.all()
        .map(links -> byBrand(links).getOrDefault(brandId, List.of()))
        .chain(links -> links.isEmpty() ? Uni.createFrom().voidItem() : orPass(brandId, links));
  }

  private static Map<UUID, List<RuledLink>> byBrand(List<RuledLink> links) {
    return links.stream()
        .filter(link -> rules(link).mode() != AssignmentRules.Mode.MANUAL)
        .collect(Collectors.groupingBy(RuledLink::brandId));
  }

  /** A brand that cannot be served delays no other. */
  private Uni<Void> orPass(UUID brandId, List<RuledLink> links) {
    return takeBack(links)
        .chain(() -> give(brandId, links))
        .onFailure()
        .invoke(failure -> LOG.warnf(failure, "Nothing distributed for brand %s.", brandId))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> takeBack(List<RuledLink> links) {
    return Multi.createFrom()
        .iterable(links)
        .onItem()
        .transformToUniAndConcatenate(
            link -> returned.takeBack(link.brandId(), link.linkId(), rules(link).returnsAfter()))
        .onItem()
        .ignoreAsUni();
  }

  /** Until nothing more finds its agent. */
  private Uni<Void> give(UUID brandId, List<RuledLink> links) {
    Map<UUID, AssignmentRules> rules =
        links.stream().collect(Collectors.toMap(RuledLink::linkId, Distributor::rules));
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                assignments.give(
                    brandId,
                    List.copyOf(rules.keySet()),
                    (waiting, agents) -> Distribution.plan(rules, waiting, agents)))
        .until(given -> given == 0)
        .onItem()
        .ignoreAsUni();
  }

  private static AssignmentRules rules(RuledLink link) {
    return link.rules().assignmentRules();
  }
}
