package io.talkgate.platform.start;

import io.talkgate.platform.database.DatabaseProbe;
import io.talkgate.platform.database.EmbeddedDatabase;
import io.talkgate.platform.sealing.KeyProofs;
import io.talkgate.platform.sealing.KeySets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The key set opens what is sealed in the database. A database that cannot be asked, or has no
 * schema yet, is no reason to refuse the start.
 */
final class EncryptionKey {
  private static final String NAME = "talkgate.encryption-key";

  private EncryptionKey() {}

  static void check(Config config, @Nullable EmbeddedDatabase embedded, Path directory) {
    Map<String, String> given = embedded == null ? Map.of() : embedded.configuration();
    String url = value(config, given, "quarkus.datasource.jdbc.url");
    if (url == null) {
      return;
    }
    DatabaseProbe probe =
        new DatabaseProbe(
            url,
            value(config, given, "quarkus.datasource.username"),
            value(config, given, "quarkus.datasource.password"));
    String keySet =
        config.getOptionalValue(NAME, String.class).orElseGet(() -> KeySets.kept(directory));
    try {
      probe.read(connection -> KeyProofs.check(keySet, connection));
    } catch (SQLException notToBeAsked) {
      // Away, or without the table: the service finds out and says so.
    }
  }

  private static @Nullable String value(Config config, Map<String, String> given, String name) {
    String embedded = given.get(name);
    return embedded != null ? embedded : config.getOptionalValue(name, String.class).orElse(null);
  }
}
