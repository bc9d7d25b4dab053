package io.talkgate.intake.spool;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A durable queue of webhook calls on the local disk (design §3.4): appended to while the database
 * is away, read back in the order of appending, acknowledged, deleted. Survives being killed at any
 * byte; a damaged record is reported and costs no other.
 *
 * <p>{@link #append} and the figures never block. Everything else reads or writes files and belongs
 * on a worker thread. All methods may be called from any thread; {@link #next} and {@link
 * #acknowledge} are meant for one drainer.
 */
public final class Spool implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Spool.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final SpoolLock lock;
  private final SpoolSettings settings;
  private final BodySeal seal;
  private final SegmentFiles files;
  private final Catalogue catalogue = new Catalogue();
  private final AppendQueue queue;
  private final Appender appender;
  private final Drain drain;
  private final Parts parts;
  private final Thread thread;

  private Spool(SpoolLock lock, SpoolSettings settings, BodySeal seal, SegmentFiles files)
      throws IOException {
    this.lock = lock;
    this.settings = settings;
    this.seal = seal;
    this.files = files;
    SpoolDirectory directory = new SpoolDirectory(lock.directory(), files);
    Acknowledgements acknowledgements = new Acknowledgements(directory);
    new Loader(directory, catalogue, acknowledgements).load();
    queue = new AppendQueue(settings, this::bytes);
    appender = new Appender(directory, catalogue, seal, settings.segmentBytes());
    drain = new Drain(catalogue, directory, acknowledgements, appender, seal);
    parts = new Parts(directory, appender, seal, settings.maxBytes(), catalogue::bytes);
    thread = new Thread(new Writer(queue, appender), "talkgate-spool");
    thread.setDaemon(true);
  }

  /**
   * Opens a spool, alone: takes the directory's lock and finds what earlier runs left, also those
   * of another replica whose directory was copied here. Damaged records are logged and counted. May
   * take a second for each GiB.
   *
   * @param directory made if needed
   * @throws StartRefused if it cannot be used or somebody else has it open
   */
  public static Spool open(Path directory, SpoolSettings settings, BodySeal seal) {
    return open(directory, settings, seal, new DiskFiles());
  }

  static Spool open(Path directory, SpoolSettings settings, BodySeal seal, SegmentFiles files) {
    SpoolLock lock = SpoolLock.take(directory);
    try {
      Spool spool = new Spool(lock, settings, seal, files);
      spool.thread.start();
      return spool;
    } catch (IOException e) {
      release(lock);
      throw new StartRefused(
          "spool directory %s cannot be read (%s)".formatted(directory.toAbsolutePath(), e));
    } catch (RuntimeException | Error e) {
      release(lock);
      throw e;
    }
  }

  /**
   * Appends a record for each subscription. Completes once it survives a loss of power, on the
   * spool's own thread: move on with {@code emitOn} before doing anything of length. Cancelled
   * before it is being written, the record is dropped. The disk may hang: give it a limit.
   *
   * @return fails with {@link SpoolFullException} at once if a limit is reached, or if the disk is
   *     full; with {@link SpoolFailedException} if the disk failed twice or the spool is closed
   */
  public Uni<Void> append(SpoolRecord record) {
    return Uni.createFrom().emitter(caller -> queue.offer(new Waiting(record, caller)));
  }

  /**
   * Begins a record whose body comes in pieces and is too large to be held in memory. Blocking, as
   * everything of the stream is.
   *
   * @param call whose it is; its body is not looked at
   * @throws SpoolFullException if the spool or the disk is full
   * @throws SpoolFailedException if the disk fails
   */
  public SpoolStream begin(SpoolRecord call) {
    return parts.begin(call);
  }

  /**
   * The next records in the order of their appending, which were not handed out since the last
   * {@link #rewind} and not acknowledged; what an import brought comes where it was appended,
   * whatever its receive time. A record damaged since is reported, counted and passed by; one whose
   * body does not open is kept and passed by until a restart ({@link #withheldRecords}).
   *
   * @param maxBytes of bodies; the first record is given whatever its size
   * @return empty if there is none at the moment; if {@link #pendingRecords} says otherwise, those
   *     were handed out before, or their segment cannot be opened now: rewind, after a pause
   * @throws java.io.UncheckedIOException if the thread was interrupted; the spool is then rewound
   * @throws SpoolFailedException if the spool is closed
   */
  public List<SpoolEntry> next(int maxRecords, long maxBytes) {
    return drain.next(maxRecords, maxBytes);
  }

  /** Lets {@link #next} begin again with the first record that is not acknowledged. */
  public void rewind() {
    drain.rewind();
  }

  /**
   * These records are in the database; they are not handed out again, save perhaps after a crash.
   * Segments that hold nothing else are deleted.
   *
   * @throws SpoolFailedException if the spool is closed
   */
  public void acknowledge(List<SpoolEntry> entries) {
    drain.acknowledge(entries);
  }

  /**
   * Takes over what a replica that is gone left: its pending records are appended here and deleted
   * there. Can be repeated after a failure; what was moved twice has one id.
   *
   * @return how many records came
   * @throws StartRefused if the directory is not there or in use
   * @throws RuntimeException if a record could not be appended; it and those behind it stay there
   */
  public long importFrom(Path otherDirectory) {
    if (!Files.isDirectory(otherDirectory)) {
      throw new StartRefused("there is no spool directory " + otherDirectory.toAbsolutePath());
    }
    try (Spool other = open(otherDirectory, settings, seal, files)) {
      long moved = new Import(other, this, settings).run();
      catalogue.countDamaged(other.damagedRecords());
      LOG.infof("%d calls were imported from %s", moved, otherDirectory);
      return moved;
    }
  }

  /** True if nothing waits for the drainer or for the disk. */
  public boolean isEmpty() {
    return queue.isEmpty() && catalogue.pending() == 0;
  }

  /** How many durable records wait for the drainer, those it was handed included. */
  public long pendingRecords() {
    return catalogue.pending();
  }

  /** How many records are kept for a restart, because their body does not open or be read. */
  public long withheldRecords() {
    return catalogue.withheld();
  }

  /** How many damaged places were found since this spool was opened, at the opening included. */
  public long damagedRecords() {
    return catalogue.damaged();
  }

  /** What the segments take on the disk, and the bodies on their way in. */
  public long bytes() {
    return catalogue.bytes() + parts.bytes();
  }

  /** True from {@link SpoolSettings#alarmBytes} on. */
  public boolean alarming() {
    return bytes() >= settings.alarmBytes();
  }

  /**
   * Earliest receive time of what is not acknowledged, in whole seconds; empty if there is none.
   */
  public Optional<Instant> oldest() {
    return catalogue.oldest();
  }

  /**
   * Writes what waits and gives the directory back. If the disk hangs for more than 10 s it gives
   * up, and the directory is free only when the process ends.
   */
  @Override
  public void close() {
    queue.close();
    if (writerEnds()) {
      appender.close();
      drain.close();
      release(lock);
    } else {
      LOG.error("The spool's disk hangs; what waits for it is lost to its callers");
    }
  }

  private boolean writerEnds() {
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static void release(SpoolLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warnf("Releasing the spool's lock: %s", e.toString());
    }
  }
}
