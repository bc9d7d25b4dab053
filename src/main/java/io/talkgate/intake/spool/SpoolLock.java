package io.talkgate.intake.spool;

import io.talkgate.platform.StartRefused;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a spool directory for one process, and within it for one spool. */
final class SpoolLock implements Closeable {
  private static final String FILE = "spool.lock";

  /**
   * What this process holds. The operating system would give up a process's lock as soon as any of
   * its channels on that file is closed, so a second one must not even be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private SpoolLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Makes the directory if needed and takes its lock, which ends with the process at the latest.
   *
   * @throws StartRefused if it cannot be used, or is in use
   */
  static SpoolLock take(Path path) {
    try {
      Files.createDirectories(path);
      return lock(path.toRealPath());
    } catch (IOException e) {
      throw new StartRefused(
          "spool directory %s cannot be used (%s: %s); make it writable or set TALKGATE_DATA_DIR"
              .formatted(path.toAbsolutePath(), e.getClass().getSimpleName(), e.getMessage()));
    }
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(directory);
    }
  }

  private static SpoolLock lock(Path directory) throws IOException {
    if (!HELD.add(directory)) {
      throw inUse(directory, "by this process");
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      if (taken) {
        return new SpoolLock(directory, channel);
      }
      channel.close();
      throw inUse(directory, "by another process");
    } finally {
      if (!taken) {
        HELD.remove(directory);
      }
    }
  }

  private static StartRefused inUse(Path directory, String by) {
    return new StartRefused(
        "spool directory %s is in use %s; stop that one or set TALKGATE_DATA_DIR"
            .formatted(directory, by));
  }
}
