package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends with one line that says what to do. */
@ExtendWith(RunningDemo.class)
class RefusedStartIT {
  @TempDir Path temp;

  @Test
  void dataDirectoryThatIsAFile() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertRefused(Launch.demo(file), "data directory " + file + " cannot be used");
  }

  @Test
  void dataDirectoryInUse(ServiceProcess demo) {
    assertRefused(
        Launch.demo(demo.dataDir()), "data directory " + demo.dataDir() + " is in use by another");
  }

  @Test
  void takenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      assertRefused(
          Launch.demo(temp).with("QUARKUS_HTTP_PORT", port),
          "port " + port + " is taken by another process; stop it or set QUARKUS_HTTP_PORT");
    }
  }

  @Test
  void takenManagementPort() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(0));
      String port = Integer.toString(taken.getLocalPort());

      assertRefused(
          Launch.demo(temp).with("QUARKUS_MANAGEMENT_PORT", port),
          "port " + port + " is taken by another process; stop it or set QUARKUS_MANAGEMENT_PORT");
    }
  }

  @Test
  void kafkaThatIsNowhere(ServiceProcess demo) {
    Launch launch =
        new Production(demo).launch(temp, "talkgate").with("TALKGATE_KAFKA_ENABLED", "true");

    assertRefused(launch, "these environment variables are missing: KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void credentialsTheDatabaseDoesNotKnow(ServiceProcess demo) {
    Launch launch = new Production(demo).launch(temp, "talkgate");

    assertRefused(
        launch.with("QUARKUS_DATASOURCE_USERNAME", "nobody"), "the database refuses nobody: ");
  }

  @Test
  void databaseThatDoesNotExist(ServiceProcess demo) {
    assertRefused(
        new Production(demo).launch(temp, "no_such_database"),
        "the database refuses talkgate_app: FATAL: database \"no_such_database\" does not exist");
  }

  @Test
  void brokenKeySet(ServiceProcess demo) {
    Launch launch = new Production(demo).launch(temp, "talkgate");
    String key = "{\"primaryKeyId\":1}";

    Ended ended =
        assertRefused(
            launch.with("TALKGATE_ENCRYPTION_KEY", key),
            "TALKGATE_ENCRYPTION_KEY is not a Tink key set");
    assertTrue(ended.errors().stream().noneMatch(line -> line.contains(key)));
  }

  @Test
  void missingVariablesAreNamedAllAtOnce() {
    assertRefused(
        Launch.production(temp),
        "these environment variables are missing: QUARKUS_DATASOURCE_REACTIVE_URL,"
            + " QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME,"
            + " QUARKUS_DATASOURCE_PASSWORD, TALKGATE_PUBLIC_URL, TALKGATE_ENCRYPTION_KEY ");
  }

  /** Quarkus logs such errors, but this one after it has closed the log. */
  @Test
  void errorThatNobodyExpected() {
    Launch launch = Launch.demo(temp).with("MP_CONTEXT_THREADCONTEXT_UNCHANGED", "Remaining");

    Ended ended = launch.run();

    assertEquals(1, ended.exitCode());
    String errors = String.join("\n", ended.errors());
    assertTrue(errors.contains("TalkGate ends because of an error:"), errors);
    assertTrue(errors.contains("Cannot use the same context"), errors);
  }

  private static Ended assertRefused(Launch launch, String reason) {
    Ended ended = launch.run();

    assertEquals(1, ended.exitCode());
    assertEquals(1, ended.errors().size(), () -> String.join("\n", ended.errors()));
    String line = ended.errors().get(0);
    assertTrue(line.startsWith("TalkGate cannot start: " + reason), line);
    assertTrue(ended.output().isEmpty(), () -> String.join("\n", ended.output()));
    return ended;
  }
}
