package io.talkgate.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory {@code TALKGATE_DATA_DIR}, held by one process at a time: two on the same database
 * files or spool would destroy both.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "talkgate.lock";

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
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
      FileChannel channel =
          FileChannel.open(
              directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(channel)) {
        return new DataDirectory(directory, channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StartRefused(
          "data directory %s cannot be used (%s); set TALKGATE_DATA_DIR to a writable directory"
              .formatted(directory, reason(e)));
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
    lock.close();
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
