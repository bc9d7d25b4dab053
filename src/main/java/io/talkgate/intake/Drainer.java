package io.talkgate.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.database.DatabaseErrors;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings spooled events into the database, through the same code as live ones, as soon as it takes
 * them. One thread of its own, since reading the spool blocks.
 */
@ApplicationScoped
class Drainer {
  private static final Logger LOG = Logger.getLogger(Drainer.class);
  private static final int BATCH_EVENTS = 1_000;
  private static final long BATCH_BYTES = 16L * 1024 * 1024;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** A batch that takes longer has met a database that is away. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final SpoolLeg spool;
  private final Diverted diverted;
  private final EventApplier applier;
  private final WebhookTokens tokens;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread worker = new Thread(work, "talkgate-drainer");
            worker.setDaemon(true);
            return worker;
          });
  private final Set<UUID> withheld = new HashSet<>();
  private final AtomicBoolean awake = new AtomicBoolean();

  Drainer(SpoolLeg spool, Diverted diverted, EventApplier applier, WebhookTokens tokens) {
    this.spool = spool;
    this.diverted = diverted;
    this.applier = applier;
    this.tokens = tokens;
  }

  /** After the spool was opened, before the webhook is served. */
  void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent start) {
    diverted.foundOfUnknown(spool.pending());
    if (spool.pending() > 0) {
      wake();
    }
  }

  void atStop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
      throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn(
          "The drainer did not end in time; what it was doing is done again at the next start.");
    }
  }

  /** There is something in the spool. Returns at once. */
  void wake() {
    if (!thread.isShutdown() && awake.compareAndSet(false, true)) {
      execute();
    }
  }

  /** At the stop there is nobody left to drain; the next start does it. */
  private void execute() {
    try {
      thread.execute(this::drain);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("The drainer has stopped.");
    }
  }

  private void drain() {
    awake.set(false);
    boolean again;
    try {
      again = drainSome();
    } catch (RuntimeException failure) {
      again = afterFailure(failure);
    }
    if (again && awake.compareAndSet(false, true)) {
      ScheduledFuture<?> unused =
          thread.schedule(this::drain, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Drains what there is; answers whether something is left for later. */
  private boolean drainSome() {
    List<SpoolEntry> entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    while (!entries.isEmpty()) {
      apply(
          entries.stream()
              .filter(entry -> !withheld.contains(entry.record().stamp().id()))
              .toList());
      if (diverted.databaseIsBack()) {
        LOG.infof("The database takes events again; %d are left in the spool.", spool.pending());
      }
      entries = spool.next(BATCH_EVENTS, BATCH_BYTES);
    }
    spool.rewind();
    if (spool.pending() == withheld.size()) {
      diverted.databaseIsBack();
      diverted.nothingLeft();
      return false;
    }
    return true;
  }

  /** Blocks this thread, which is there for it; every wait has a limit. */
  private void apply(List<SpoolEntry> entries) {
    List<ReceivedEvent> events = new ArrayList<>();
    for (SpoolEntry entry : entries) {
      entry
          .record()
          .fold(
              event ->
                  events.add(
                      ReceivedEvent.of(
                          event.stamp(), event.brandId(), event.linkId(), event.body())),
              call -> resolve(call, events));
    }
    List<ReceivedEvent> leftBehind = events.isEmpty() ? List.of() : keep(events);
    Set<UUID> held =
        leftBehind.stream().map(event -> event.stamp().id()).collect(Collectors.toSet());
    List<SpoolEntry> done =
        entries.stream().filter(entry -> !held.contains(entry.record().stamp().id())).toList();
    spool.acknowledge(done);
    done.forEach(entry -> diverted.settle(entry.record().stamp().id()));
  }

  /**
   * What the database refuses for good must not stop what is behind it. An interruption by the stop
   * is no such refusal: what was being done is done again at the next start.
   */
  private List<ReceivedEvent> keep(List<ReceivedEvent> events) {
    try {
      return await(applier.keep(events));
    } catch (RuntimeException failure) {
      if (thread.isShutdown() || !DatabaseErrors.isOfTheData(failure)) {
        throw failure;
      }
      return events.size() == 1 ? withhold(events.get(0), failure) : keepHalves(events);
    }
  }

  private List<ReceivedEvent> keepHalves(List<ReceivedEvent> events) {
    int half = events.size() / 2;
    List<ReceivedEvent> leftBehind = new ArrayList<>(keep(events.subList(0, half)));
    leftBehind.addAll(keep(events.subList(half, events.size())));
    return leftBehind;
  }

  /** It stays in the spool and is tried again after the next start. */
  private List<ReceivedEvent> withhold(ReceivedEvent event, RuntimeException failure) {
    if (withheld.add(event.stamp().id())) {
      LOG.errorf(
          failure,
          "Spooled event %s cannot be kept in the database at all; it stays in the spool.",
          event.stamp().id());
      diverted.settle(event.stamp().id());
    }
    return List.of(event);
  }

  /** A token that turns out to be nobody's was never ours to answer for; the call is dropped. */
  private boolean resolve(UnresolvedCall call, List<ReceivedEvent> events) {
    TokenOwner owner = await(tokens.ownerOfHash(call.tokenHash()));
    if (owner instanceof TokenOwner.Live live) {
      return events.add(ReceivedEvent.of(call.stamp(), live.brandId(), live.linkId(), call.body()));
    }
    LOG.infof(
        "A call spooled at %s came with a token that is not live; it is dropped.",
        call.stamp().at());
    return false;
  }

  private boolean afterFailure(RuntimeException failure) {
    if (thread.isShutdown()) {
      return false;
    }
    diverted.databaseIsAway();
    LOG.debugf("The spool cannot be drained (%s); trying again.", failure.toString());
    spool.rewind();
    return true;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
