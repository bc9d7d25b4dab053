package io.talkgate.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A time in a file that survives a loss of power: no stamp was handed out after it. Blocking. */
final class HighWaterMark {
  private static final Logger LOG = Logger.getLogger(HighWaterMark.class);

  private final Path path;
  private volatile boolean failing;

  HighWaterMark(Path path) {
    this.path = path;
  }

  /** What an earlier run left; empty if there was none, or it cannot be read. */
  Optional<Instant> read() {
    try {
      return Files.exists(path)
          ? Optional.of(Instant.parse(Files.readString(path).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeParseException e) {
      LOG.warnf("The time of the last stamp in %s cannot be read (%s).", path, e.toString());
      return Optional.empty();
    }
  }

  /** False if the disk could not take it. */
  boolean write(Instant mark) {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel file =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.wrap(mark.toString().getBytes(StandardCharsets.US_ASCII)));
        file.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      failing = false;
      return true;
    } catch (IOException e) {
      if (!failing) {
        LOG.warnf("The time of the last stamp cannot be kept in %s (%s).", path, e.toString());
      }
      failing = true;
      return false;
    }
  }
}
