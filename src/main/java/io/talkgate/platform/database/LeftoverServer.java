package io.talkgate.platform.database;

import io.talkgate.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived a killed TalkGate: it still holds the database files, so a new
 * one cannot start on them before it has ended. The caller holds the data directory's lock, hence
 * nobody uses that server any more.
 */
final class LeftoverServer {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private LeftoverServer() {}

  static void stop(Path files) {
    Path pidFile = files.resolve("postmaster.pid");
    server(pidFile).ifPresent(LeftoverServer::end);
  }

  private static Optional<ProcessHandle> server(Path pidFile) {
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      return ProcessHandle.of(pid).filter(LeftoverServer::isPostgres);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** A process id is used again after a reboot: only a postgres process is ended. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
  }

  private static void end(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw refused(server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(server);
    }
  }

  private static StartRefused refused(ProcessHandle server) {
    return new StartRefused(
        "an embedded database of an earlier run (process %d) does not end; stop it by hand"
            .formatted(server.pid()));
  }
}
