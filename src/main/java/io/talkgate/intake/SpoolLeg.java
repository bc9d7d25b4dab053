package io.talkgate.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.talkgate.intake.spool.BodySeal;
import io.talkgate.intake.spool.Spool;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpoolSettings;
import io.talkgate.intake.spool.SpoolStream;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.platform.sealing.Sealing;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The second leg: the local disk takes what the database cannot. */
@Singleton
class SpoolLeg implements DiskLeg {
  private static final Logger LOG = Logger.getLogger(SpoolLeg.class);

  /** A disk that hangs must not hold the answer. */
  private static final Duration LIMIT = Duration.ofMillis(1500);

  private static final long SEGMENT_BYTES = 64L * 1024 * 1024;
  private static final long DRAIN_BYTES = 2L * 1024 * 1024;

  /** Room for all of the database's queue, should it leave at once. */
  private static final int QUEUE_RECORDS = 20_000;

  private static final long QUEUE_BYTES = 64L * 1024 * 1024;

  private final TalkGateConfig config;
  private final SpoolConfig limits;
  private final Sealing sealing;
  private final MeterRegistry registry;
  private final Clock clock;
  private final SpoolAlarm alarm = new SpoolAlarm();
  private volatile @Nullable Spool spool;

  SpoolLeg(
      TalkGateConfig config,
      SpoolConfig limits,
      Sealing sealing,
      MeterRegistry registry,
      Clock clock) {
    this.config = config;
    this.limits = limits;
    this.sealing = sealing;
    this.registry = registry;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
    SpoolSettings settings =
        new SpoolSettings(
            limits.maxSize().asLongValue(),
            SEGMENT_BYTES,
            QUEUE_RECORDS,
            QUEUE_BYTES,
            limits.alarmSize().asLongValue());
    Spool opened = Spool.open(config.dataDir().resolve("spool"), settings, BodySeal.of(sealing));
    spool = opened;
    alarm.look(opened);
    SpoolMetrics.register(registry, opened, clock);
    if (!opened.isEmpty()) {
      LOG.warnf(
          "%d calls wait in the spool since before this start; they are applied now.",
          opened.pendingRecords());
    }
  }

  void atStop(@Observes ShutdownEvent stop) {
    opened().close();
  }

  /** Completes once the record is on the disk; fails if the disk cannot take it. */
  @Override
  public Uni<Void> append(SpoolRecord record) {
    Spool opened = opened();
    return opened.append(record).ifNoItem().after(LIMIT).fail().invoke(() -> alarm.look(opened));
  }

  /** Begins a record whose body comes in pieces. Blocking. */
  SpoolStream begin(SpoolRecord call) {
    return opened().begin(call);
  }

  /**
   * The next records, oldest first. A large one comes alone, and never more than what can be worked
   * on in little memory. Blocking.
   */
  @Override
  public List<SpoolEntry> next(int records, long bytes) {
    return opened().next(records, Math.min(bytes, DRAIN_BYTES));
  }

  /** These are in the database. Blocking. */
  @Override
  public void acknowledge(List<SpoolEntry> entries) {
    opened().acknowledge(entries);
    alarm.look(opened());
  }

  /** Begins again with the oldest that is not acknowledged. Blocking. */
  @Override
  public void rewind() {
    opened().rewind();
  }

  /** Takes over another replica's spool; answers how many records came. Blocking. */
  long importFrom(Path directory) {
    return opened().importFrom(directory);
  }

  /** How many records wait. */
  @Override
  public long pending() {
    return opened().pendingRecords();
  }

  /** What the spool takes on the disk. */
  long bytes() {
    return opened().bytes();
  }

  private Spool opened() {
    return Objects.requireNonNull(spool, "the spool is opened at the start");
  }
}
