package io.talkgate.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.talkgate.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL of its own for each run of the tests. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-data"));
      database = EmbeddedDatabase.start(Files.createTempDirectory(parent, "run").toAbsolutePath());
      return database.configuration();
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
