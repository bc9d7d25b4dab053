package io.talkgate.faults;

import io.restassured.RestAssured;
import io.talkgate.platform.database.EmbeddedDatabase;
import io.talkgate.process.Launch;
import io.talkgate.process.ServiceProcess;
import io.talkgate.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database with one approved link, made once through the API, of which every fault gets a copy.
 *
 * @param programs PostgreSQL's programs
 * @param files the cluster
 * @param webhookPath the link's webhook
 * @param encryptionKey what its secrets are sealed with
 */
record Template(Path programs, Path files, String webhookPath, String encryptionKey) {

  static Template make(Path directory) {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    try {
      Launch demo = Launch.demo(directory.resolve("service"));
      String key = demo.run("new-encryption-key").output().get(0);
      environment(database.configuration()).forEach(demo::with);
      demo.with("TALKGATE_ENCRYPTION_KEY", key);
      try (ServiceProcess service = demo.start()) {
        RestAssured.port = service.port();
        return new Template(programs(directory), directory.resolve("postgres"), webhook(), key);
      }
    } finally {
      close(database);
    }
  }

  /** Everything that production requires. */
  Launch launch(Path dataDir, int databasePort) {
    String address = "postgresql://localhost:" + databasePort + "/talkgate";
    Launch launch = Launch.production(dataDir);
    environment(
            Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:" + address,
                "quarkus.datasource.reactive.url", address,
                "quarkus.datasource.username", "talkgate_app",
                "quarkus.datasource.password", "embedded",
                "talkgate.migration.username", "talkgate_owner",
                "talkgate.migration.password", "embedded"))
        .forEach(launch::with);
    return launch
        .with("TALKGATE_PUBLIC_URL", "https://talk.example.com")
        .with("TALKGATE_ENCRYPTION_KEY", encryptionKey);
  }

  void copyTo(Path target) {
    Commands.run("cp", "-a", files + "/.", target.toString());
  }

  private static String webhook() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    return URI.create(webhook).getPath();
  }

  private static Map<String, String> environment(Map<String, String> configuration) {
    Map<String, String> environment = new HashMap<>();
    configuration.forEach(
        (name, value) -> environment.put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    return environment;
  }

  private static Path programs(Path directory) {
    try (Stream<Path> all = Files.walk(directory.resolve("postgres-binaries"))) {
      return all.filter(path -> path.endsWith(Path.of("bin", "postgres")))
          .findFirst()
          .map(Path::getParent)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedDatabase database) {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
