package io.talkgate.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The live tokens' hashes in the data directory, a line each: hash, brand, link, end of the overlap
 * or {@code -}. It holds no secret: a hash of 32 random bytes opens nothing.
 */
final class TokenFile {
  private static final Logger LOG = Logger.getLogger(TokenFile.class);
  private static final String NO_END = "-";

  private final Path path;
  private List<String> written = List.of();

  TokenFile(Path path) {
    this.path = path;
  }

  /** What an earlier run left; nothing if there is no file or it cannot be read. */
  Map<String, KnownToken> read() {
    Map<String, KnownToken> known = new HashMap<>();
    try {
      if (Files.exists(path)) {
        Files.readAllLines(path).forEach(line -> read(line, known));
      }
    } catch (IOException e) {
      LOG.warnf("The list of webhook tokens %s cannot be read (%s).", path, e.getMessage());
    }
    return known;
  }

  /** Replaces the file if the tokens have changed. Blocking. */
  synchronized void write(Map<String, KnownToken> live) {
    List<String> lines =
        live.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .sorted()
            .toList();
    if (lines.equals(written)) {
      return;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Path draft = path.resolveSibling(path.getFileName() + ".new");
      Files.write(draft, lines);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = lines;
    } catch (IOException e) {
      LOG.warnf("The list of webhook tokens %s cannot be written (%s).", path, e.getMessage());
    }
  }

  private static void read(String line, Map<String, KnownToken> known) {
    try {
      List<String> parts = List.of(line.split(" ", -1));
      Instant expiresAt = parts.get(3).equals(NO_END) ? null : Instant.parse(parts.get(3));
      known.put(
          parts.get(0),
          new KnownToken(
              UUID.fromString(parts.get(1)),
              UUID.fromString(parts.get(2)),
              expiresAt,
              Instant.EPOCH));
    } catch (RuntimeException damagedLine) {
      LOG.warn("A damaged line in the list of webhook tokens was passed by.");
    }
  }

  private static String line(String hash, KnownToken token) {
    String end = token.expiresAt() == null ? NO_END : token.expiresAt().toString();
    return String.join(" ", hash, token.brandId().toString(), token.linkId().toString(), end);
  }
}
