package io.talkgate.intake;

import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.platform.database.DatabaseErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings spooled events into the database. What it refuses for good must not stop what is behind
 * it: by halves the one is found and withheld.
 */
final class DrainBatch {
  private static final Logger LOG = Logger.getLogger(DrainBatch.class);

  private final EventApplier applier;
  private final LeftAlone leftAlone;
  private final Spooled spooled;
  private final BooleanSupplier stopping;
  private final Set<UUID> withheld = new HashSet<>();

  DrainBatch(EventApplier applier, LeftAlone leftAlone, Spooled spooled, BooleanSupplier stopping) {
    this.applier = applier;
    this.leftAlone = leftAlone;
    this.spooled = spooled;
    this.stopping = stopping;
  }

  /** Whether the event stays in the spool until the next start. */
  boolean withholds(UUID id) {
    return withheld.contains(id);
  }

  int withheld() {
    return withheld.size();
  }

  /**
   * Answers with those that were not kept; fails if the database is away. An interruption by the
   * stop is no refusal: what was being done is done again at the next start. Blocking.
   */
  List<ReceivedEvent> keep(List<ReceivedEvent> events) {
    try {
      List<ReceivedEvent> held = applier.keep(events).await().atMost(DrainPass.LIMIT);
      held.forEach(event -> leftAlone.add(Customer.of(event)));
      return held;
    } catch (RuntimeException failure) {
      if (stopping.getAsBoolean() || !DatabaseErrors.isOfTheData(failure)) {
        throw failure;
      }
      return events.size() == 1 ? withhold(events.get(0), failure) : keepHalves(events);
    }
  }

  private List<ReceivedEvent> keepHalves(List<ReceivedEvent> events) {
    int half = events.size() / 2;
    List<ReceivedEvent> notKept = new ArrayList<>(keep(events.subList(0, half)));
    Map<Boolean, List<ReceivedEvent>> second =
        events.subList(half, events.size()).stream()
            .collect(Collectors.partitioningBy(event -> leftAlone.isFree(Customer.of(event))));
    notKept.addAll(second.getOrDefault(false, List.of()));
    List<ReceivedEvent> free = second.getOrDefault(true, List.of());
    if (!free.isEmpty()) {
      notKept.addAll(keep(free));
    }
    return notKept;
  }

  /** It stays in the spool and is tried again after the next start; others need not wait for it. */
  private List<ReceivedEvent> withhold(ReceivedEvent event, RuntimeException failure) {
    UUID id = event.stamp().id();
    if (withheld.add(id)) {
      LOG.errorf(
          failure,
          "Spooled event %s cannot be kept in the database at all; it stays in the spool.",
          id);
      spooled.drained(id, Customer.of(event));
    }
    return List.of(event);
  }
}
