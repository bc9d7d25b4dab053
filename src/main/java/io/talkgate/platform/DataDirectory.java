package io.talkgate.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory {@code TALKGATE_DATA_DIR}, held by one process at a time: two on the same database
 * files or spool would destroy both.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "talkgate.lock";

  /**
   * What this process holds. The operating system would give up the process's lock as soon as any
   * of its channels on that file is closed, so a second one must not even be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path real;
  private final FileChannel lock;

  private DataDirectory(Path path, Path real, FileChannel lock) {
    this.path = path;
    this.real = real;
    this.lock = lock;
  }

  /**
   * Creates the directory if needed and takes its lock, which ends with the process at the latest.
   *
   * @throws StartRefused if the directory cannot be made or written, or another process holds it
   */
  public static DataDirectory claim(Path path) {
    Path directory = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(directory);
      return lock(directory, directory.toRealPath());
    } catch (IOException e) {
      throw new StartRefused(
          "data directory %s cannot be used (%s); set TALKGATE_DATA_DIR to a writable directory"
              .formatted(directory, reason(e)));
    }
  }

  private static DataDirectory lock(Path directory, Path real) throws IOException {
    boolean taken = false;
    if (HELD.add(real)) {
      try {
        FileChannel channel =
            FileChannel.open(
                real.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        taken = channel.tryLock() != null;
        if (taken) {
          return new DataDirectory(directory, real, channel);
        }
        channel.close();
      } finally {
        if (!taken) {
          HELD.remove(real);
        }
      }
    }
    throw new StartRefused(
        "data directory %s is in use by another TalkGate process; stop it or set TALKGATE_DATA_DIR"
            .formatted(directory));
  }

  /** The directory, absolute. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      lock.close();
    } finally {
      HELD.remove(real);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
