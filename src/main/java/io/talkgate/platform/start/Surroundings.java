package io.talkgate.platform.start;

import io.talkgate.platform.DataDirectory;
import io.talkgate.platform.StartRefused;
import io.talkgate.platform.database.EmbeddedDatabase;
import io.talkgate.platform.sealing.KeySets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the service stands on while it runs: its data directory and, where none is given, its
 * database.
 */
public final class Surroundings implements AutoCloseable {
  private static final String DATABASE_URL = "quarkus.datasource.reactive.url";
  private static final Duration END_LIMIT = Duration.ofMinutes(1);

  private final DataDirectory directory;
  private final @Nullable EmbeddedDatabase database;
  private final Map<String, String> configuration;

  private Surroundings(DataDirectory directory, @Nullable EmbeddedDatabase database) {
    this.directory = directory;
    this.database = database;
    this.configuration = database == null ? Map.of() : database.configuration();
    configuration.forEach(System::setProperty);
  }

  /**
   * Checks and prepares everything, in the order in which an operator would want to hear of
   * trouble.
   *
   * @throws StartRefused with one line that says what is missing
   */
  public static Surroundings prepare() {
    Config config = ConfigProvider.getConfig();
    Requirements.check(config);
    Addresses.check(config);
    config.getOptionalValue("talkgate.encryption-key", String.class).ifPresent(KeySets::check);
    Ports.check(config);
    DataDirectory directory = DataDirectory.claim(config.getValue("talkgate.data-dir", Path.class));
    EmbeddedDatabase database = null;
    try {
      database = database(config, directory.path());
      EncryptionKey.check(config, database, directory.path());
      return new Surroundings(directory, database);
    } catch (StartRefused refused) {
      closeQuietly(database);
      closeQuietly(directory);
      throw refused;
    }
  }

  /**
   * Runs the service and gives everything back when it has ended. Where a signal ends the process,
   * that takes its time until this is done, but a minute at most: the service is still at work then
   * and needs its database.
   */
  public void during(Runnable service) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread signal = new Thread(() -> await(ended), "talkgate-end");
    Runtime.getRuntime().addShutdownHook(signal);
    try {
      service.run();
    } finally {
      close();
      ended.countDown();
      forget(signal);
    }
  }

  @Override
  public void close() {
    configuration.keySet().forEach(System::clearProperty);
    closeQuietly(database);
    closeQuietly(directory);
  }

  private static @Nullable EmbeddedDatabase database(Config config, Path directory) {
    if (config.getOptionalValue(DATABASE_URL, String.class).isEmpty()) {
      return EmbeddedDatabase.start(directory);
    }
    Credentials.check(config);
    return null;
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("TalkGate: did not end within " + END_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAnyway) {
      // The hook is at work and finds that all is done.
    }
  }

  private static void closeQuietly(@Nullable AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      System.err.println("TalkGate: " + e.getMessage());
    }
  }
}
