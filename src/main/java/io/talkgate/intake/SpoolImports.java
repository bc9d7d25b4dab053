package io.talkgate.intake;

import io.quarkus.scheduler.Scheduled;
import io.talkgate.platform.TalkGateConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes over spools that replicas left behind, while the service runs: an operator puts a copy into
 * the directory {@code spool-import} of the data directory (docs/operations.md). A name that ends
 * with {@code .copying} is still being copied.
 */
@Singleton
class SpoolImports {
  private static final Logger LOG = Logger.getLogger(SpoolImports.class);
  private static final String COPYING = ".copying";
  private static final String SEGMENT = ".spool";

  private final Path directory;
  private final SpoolLeg spool;
  private final Spooled spooled;
  private final Drainer drainer;
  private final Set<Path> reported = new HashSet<>();

  SpoolImports(TalkGateConfig config, SpoolLeg spool, Spooled spooled, Drainer drainer) {
    this.directory = config.dataDir().resolve("spool-import");
    this.spool = spool;
    this.spooled = spooled;
    this.drainer = drainer;
  }

  /** Looks for spools to take over. Blocking. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void look() throws IOException {
    if (Files.isDirectory(directory)) {
      spools().forEach(this::take);
    }
  }

  private List<Path> spools() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.toString().endsWith(COPYING))
          .sorted()
          .toList();
    }
  }

  private void take(Path left) {
    try {
      importFrom(left);
      remove(left);
    } catch (IOException | RuntimeException e) {
      say(left, e.toString());
    }
  }

  /** Of one that fails midway nobody knows how much came. */
  private void importFrom(Path left) {
    spooled.importing();
    boolean done = false;
    long moved = 0;
    try {
      moved = spool.importFrom(left);
      done = true;
    } finally {
      spooled.imported(done ? moved : spool.pending());
      drainer.wake();
    }
  }

  /** What could not be read, as it is sealed with another key, stays for the operator. */
  private void remove(Path left) throws IOException {
    List<Path> files = files(left);
    if (files.stream().anyMatch(file -> file.toString().endsWith(SEGMENT))) {
      say(left, "some calls cannot be read, is it the same TALKGATE_ENCRYPTION_KEY?");
      return;
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(left);
    reported.remove(left);
  }

  private static List<Path> files(Path left) throws IOException {
    try (Stream<Path> entries = Files.list(left)) {
      return entries.toList();
    }
  }

  /** Once for each, until it is done with: the next look comes soon. */
  private void say(Path left, String why) {
    if (reported.add(left)) {
      LOG.errorf("The spool %s could not be taken over whole, and is tried again: %s", left, why);
    }
  }
}
