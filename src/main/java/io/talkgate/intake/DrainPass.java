package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.database.DatabaseErrors;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Passes through the spool, each from its oldest record to its newest. Once an event of a customer
 * is left behind, so is all that follows of them in that pass. Blocking; for one thread.
 */
final class DrainPass {
  private static final Logger LOG = Logger.getLogger(DrainPass.class);
  private static final int BATCH_EVENTS = 1_000;

  /** A large event goes alone: while it is written it costs several times its length. */
  private static final long BATCH_BYTES = 4L * 1024 * 1024;

  /** A batch that takes longer has met a database that is away. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final DiskLeg spool;
  private final Legs legs;
  private final EventApplier applier;
  private final WebhookTokens tokens;
  private final BooleanSupplier stopping;
  private final Set<UUID> withheld = new HashSet<>();

  /** Customers of whom something was left behind in this pass, by {@link Diverted#bucket}. */
  private final BitSet leftAlone = new BitSet(Diverted.BUCKETS);

  /** Tokens that were looked up in this pass, by their hash: one call seldom comes alone. */
  private final Map<ByteBuffer, TokenOwner> owners = new HashMap<>();

  DrainPass(
      DiskLeg spool,
      Legs legs,
      EventApplier applier,
      WebhookTokens tokens,
      BooleanSupplier stopping) {
    this.spool = spool;
    this.legs = legs;
    this.applier = applier;
    this.tokens = tokens;
    this.stopping = stopping;
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
    owners.clear();
    List<SpoolEntry> entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    while (!entries.isEmpty()) {
      progress |= apply(entries);
      entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    }
    spool.rewind();
    if (legs.nothingLeft(withheld.size())) {
      return Left.NOTHING;
    }
    return progress && leftAlone.isEmpty() ? Left.NEW_ONES : Left.HELD_ONES;
  }

  /** Answers whether something was done; every wait has a limit. */
  private boolean apply(List<SpoolEntry> entries) {
    lookUpTokens(entries);
    Map<UUID, ReceivedEvent> events = new LinkedHashMap<>();
    List<SpoolEntry> dropped = new ArrayList<>();
    for (SpoolEntry entry : entries) {
      if (withheld.contains(id(entry))) {
        continue;
      }
      Optional<ReceivedEvent> event = entry.record().fold(DrainPass::event, this::resolve);
      if (event.isEmpty()) {
        dropped.add(entry);
      } else if (isFree(Customer.of(event.get()))) {
        events.put(id(entry), event.get());
      }
    }
    if (!events.isEmpty()) {
      keep(List.copyOf(events.values())).forEach(event -> events.remove(event.stamp().id()));
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
      legs.drained(id(entry), event == null ? null : Customer.of(event));
      if (entry.record() instanceof UnresolvedCall call) {
        legs.resolved(call.body().length);
      }
    }
    return !done.isEmpty();
  }

  private static UUID id(SpoolEntry entry) {
    return entry.record().stamp().id();
  }

  private boolean isFree(Customer customer) {
    if (legs.isOnDatabasesLeg(customer)) {
      leftAlone.set(Diverted.bucket(customer));
    }
    return !leftAlone.get(Diverted.bucket(customer));
  }

  /**
   * Answers with those that were not kept. What the database refuses for good must not stop what is
   * behind it. An interruption by the stop is no such refusal: what was being done is done again at
   * the next start.
   */
  private List<ReceivedEvent> keep(List<ReceivedEvent> events) {
    try {
      List<ReceivedEvent> held = await(applier.keep(events));
      held.forEach(event -> leftAlone.set(Diverted.bucket(Customer.of(event))));
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
            .collect(Collectors.partitioningBy(event -> isFree(Customer.of(event))));
    notKept.addAll(second.getOrDefault(false, List.of()));
    List<ReceivedEvent> free = second.getOrDefault(true, List.of());
    if (!free.isEmpty()) {
      notKept.addAll(keep(free));
    }
    return notKept;
  }

  /** It stays in the spool and is tried again after the next start; others need not wait for it. */
  private List<ReceivedEvent> withhold(ReceivedEvent event, RuntimeException failure) {
    if (withheld.add(event.stamp().id())) {
      LOG.errorf(
          failure,
          "Spooled event %s cannot be kept in the database at all; it stays in the spool.",
          event.stamp().id());
      legs.drained(event.stamp().id(), Customer.of(event));
    }
    return List.of(event);
  }

  private static Optional<ReceivedEvent> event(SpooledEvent event) {
    return Optional.of(
        ReceivedEvent.of(event.stamp(), event.brandId(), event.linkId(), event.body()));
  }

  private void lookUpTokens(List<SpoolEntry> entries) {
    Set<ByteBuffer> asked =
        entries.stream()
            .map(SpoolEntry::record)
            .filter(UnresolvedCall.class::isInstance)
            .map(call -> hash((UnresolvedCall) call))
            .filter(hash -> !owners.containsKey(hash))
            .collect(Collectors.toSet());
    if (!asked.isEmpty()) {
      owners.putAll(await(tokens.ownersOfHashes(asked)));
    }
  }

  private static ByteBuffer hash(UnresolvedCall call) {
    return ByteBuffer.wrap(call.tokenHash());
  }

  /** A token that turns out to be nobody's was never ours to answer for; the call is dropped. */
  private Optional<ReceivedEvent> resolve(UnresolvedCall call) {
    TokenOwner owner = owners.get(hash(call));
    if (owner instanceof TokenOwner.Live live) {
      return Optional.of(
          ReceivedEvent.of(call.stamp(), live.brandId(), live.linkId(), call.body()));
    }
    LOG.infof(
        "A call spooled at %s came with a token that is not live; it is dropped.",
        call.stamp().at());
    return Optional.empty();
  }

  /** May block: a pass runs on the drainer's own thread. */
  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
