package io.talkgate.intake;

import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.WebhookTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Passes through the spool, each from its oldest record to its newest. Once an event of a customer
 * is left behind, so is all that follows of them in that pass. Blocking; for one thread.
 */
final class DrainPass {
  /** A batch that takes longer has met a database that is away. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int BATCH_EVENTS = 1_000;
  private static final long BATCH_BYTES = 16L * 1024 * 1024;

  private final DiskLeg spool;
  private final Legs legs;
  private final Spooled spooled;
  private final LeftAlone leftAlone;
  private final DrainTokens tokens;
  private final DrainBatch batch;

  DrainPass(
      DiskLeg spool,
      Legs legs,
      Spooled spooled,
      EventApplier applier,
      WebhookTokens tokens,
      BooleanSupplier stopping) {
    this.spool = spool;
    this.legs = legs;
    this.spooled = spooled;
    this.leftAlone = new LeftAlone(legs);
    this.tokens = new DrainTokens(tokens);
    this.batch = new DrainBatch(applier, leftAlone, spooled, stopping);
  }

  /** What a pass leaves in the spool. */
  enum Left {
    NOTHING,
    /** Only what came meanwhile. */
    NEW_ONES,
    /** Events of customers who are left alone for now. */
    HELD_ONES
  }

  /** Drains what there is. Fails if the database or the spool does. */
  Left run() {
    boolean progress = false;
    leftAlone.clear();
    tokens.clear();
    List<SpoolEntry> entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    while (!entries.isEmpty()) {
      progress |= apply(entries);
      entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    }
    spool.rewind();
    if (spooled.nothingLeft(batch.withheld())) {
      legs.databaseIsBack();
      return Left.NOTHING;
    }
    return progress && leftAlone.isEmpty() ? Left.NEW_ONES : Left.HELD_ONES;
  }

  /** Answers whether something was done; every wait has a limit. */
  private boolean apply(List<SpoolEntry> entries) {
    tokens.lookUp(entries);
    Map<UUID, ReceivedEvent> events = new LinkedHashMap<>();
    List<SpoolEntry> dropped = new ArrayList<>();
    for (SpoolEntry entry : entries) {
      if (batch.withholds(id(entry))) {
        continue;
      }
      Optional<ReceivedEvent> event = tokens.event(entry.record());
      if (event.isEmpty()) {
        dropped.add(entry);
      } else if (leftAlone.isFree(Customer.of(event.get()))) {
        events.put(id(entry), event.get());
      }
    }
    if (!events.isEmpty()) {
      batch.keep(List.copyOf(events.values())).forEach(event -> events.remove(event.stamp().id()));
      legs.databaseIsBack();
    }
    return acknowledge(entries, events, dropped);
  }

  private boolean acknowledge(
      List<SpoolEntry> entries, Map<UUID, ReceivedEvent> kept, List<SpoolEntry> dropped) {
    List<SpoolEntry> done = new ArrayList<>(dropped);
    entries.stream().filter(entry -> kept.containsKey(id(entry))).forEach(done::add);
    spool.acknowledge(done);
    for (SpoolEntry entry : done) {
      ReceivedEvent event = kept.get(id(entry));
      spooled.drained(id(entry), event == null ? null : Customer.of(event));
      if (entry.record() instanceof UnresolvedCall call) {
        spooled.resolved(call.body().length);
      }
    }
    return !done.isEmpty();
  }

  private static UUID id(SpoolEntry entry) {
    return entry.record().stamp().id();
  }
}
