package io.talkgate.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Hands out identifiers and times that never run backwards on this replica, also when the system's
 * clock is set back, and also over a restart: the order of what a customer wrote hangs on them
 * (contract §1). While the clock is behind, each stamp is a microsecond after the one before.
 *
 * <p>Over a restart a mark in the data directory is kept, some seconds ahead of the last stamp, so
 * that it is written every few seconds and not for every event, and by a thread of its own. Should
 * the process be killed within the milliseconds between a first stamp after a quiet time and the
 * mark's reaching the disk, and the clock be set back before the next start, that stamp is not
 * covered.
 */
@Singleton
public class Stamps {
  private static final Logger LOG = Logger.getLogger(Stamps.class);

  /**
   * How far ahead the mark is written. After a kill -9 the first stamps may be as much too late.
   */
  private static final Duration AHEAD = Duration.ofSeconds(4);

  private static final Duration RENEWED_BEFORE = AHEAD.dividedBy(2);

  /** A mark further in the future was made by a clock that was wrong then. */
  private static final Duration PLAUSIBLE = Duration.ofDays(1);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final Clock clock;
  private final HighWaterMark mark;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);
  private final AtomicBoolean renewing = new AtomicBoolean();
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "talkgate-stamps");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Instant reserved = Instant.EPOCH;

  @Inject
  Stamps(Clock clock, TalkGateConfig config) {
    this(clock, new HighWaterMark(config.dataDir().resolve("last-stamp")));
  }

  Stamps(Clock clock, HighWaterMark mark) {
    this.clock = clock;
    this.mark = mark;
  }

  void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    mark.read().ifPresent(this::goOnFrom);
  }

  /** After an orderly stop the next start need not begin in the future. */
  @PreDestroy
  void keep() throws InterruptedException {
    disk.shutdown();
    if (disk.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        && !last().equals(Instant.EPOCH)) {
      mark.write(last());
    }
  }

  /** A new identifier with a time later than any handed out before. */
  public Stamp next() {
    Instant at = last.updateAndGet(this::later);
    if (at.isAfter(reserved.minus(RENEWED_BEFORE)) && renewing.compareAndSet(false, true)) {
      reserve();
    }
    return new Stamp(UuidCreator.getTimeOrderedEpoch(at), at);
  }

  /** A new identifier alone. */
  public UUID id() {
    return next().id();
  }

  void goOnFrom(Instant left) {
    Instant now = clock.instant();
    if (left.isAfter(now.plus(PLAUSIBLE))) {
      LOG.errorf(
          "The clock says %s, the last run's said %s: one of them was wrong. The present one is"
              + " believed; what customers wrote then stands after what they write now.",
          now, left);
      return;
    }
    if (left.isAfter(now.plus(AHEAD))) {
      LOG.warnf(
          "The clock says %s and is behind the last run's, which said %s. Times go on from there.",
          now, left);
    }
    last.updateAndGet(before -> left.isAfter(before) ? left : before);
  }

  private Instant later(Instant previous) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
  }

  private Instant last() {
    return Objects.requireNonNull(last.get(), "it begins with the epoch");
  }

  private void reserve() {
    try {
      disk.execute(this::renew);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("The stop writes the last stamp.");
    }
  }

  /**
   * A disk that takes nothing is tried again with the next stamp; the stamps do not wait for it.
   */
  private void renew() {
    Instant next = last().plus(AHEAD);
    if (mark.write(next)) {
      reserved = next;
    }
    renewing.set(false);
  }
}
