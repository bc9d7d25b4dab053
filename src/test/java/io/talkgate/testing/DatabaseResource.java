package io.talkgate.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.talkgate.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL and a data directory of its own for each run of the tests. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-data"));
      Path directory = Files.createTempDirectory(parent, "run").toAbsolutePath();
      database = EmbeddedDatabase.start(directory);
      // Also where somebody breaks the tests off.
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      Map<String, String> configuration = new HashMap<>(database.configuration());
      // What one run leaves, a spool or the time of a clock that was moved, must not meet the next.
      configuration.put("talkgate.data-dir", directory.toString());
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      if (database != null) {
        database.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
