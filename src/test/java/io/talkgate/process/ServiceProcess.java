package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running service. Whoever starts one closes it, which also ends its embedded database. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
  private static final int PORT_LINE = 3;

  private final Launch launch;
  private final Process process;
  private final Path output;
  private final Path errors;

  private ServiceProcess(Launch launch, Process process, Path output, Path errors) {
    this.launch = launch;
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  static ServiceProcess started(Launch launch, String... arguments) {
    try {
      Path directory = Files.createDirectories(Launch.PROCESSES);
      Path output = Files.createTempFile(directory, "service", ".out");
      Path errors = Files.createTempFile(directory, "service", ".err");
      Process process =
          launch
              .process(arguments)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      return new ServiceProcess(launch, process, output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the API and the webhook are served. */
  public int port() {
    return launch.port();
  }

  /** The process itself, to be watched. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where its health is told. */
  public int managementPort() {
    return launch.managementPort();
  }

  Path dataDir() {
    return launch.dataDir();
  }

  /** What the service has written so far, log included. */
  public List<String> output() {
    return lines(output);
  }

  ServiceProcess awaitReady() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isReady()) {
      if (endsWithin(BETWEEN_QUESTIONS) || System.nanoTime() > end) {
        close();
        return fail("not ready:\n" + text(output) + text(errors));
      }
    }
    return this;
  }

  Ended awaitEnd() {
    if (!endsWithin(LIMIT)) {
      kill();
      fail("was still running:\n" + text(output));
    }
    return new Ended(process.exitValue(), lines(output), lines(errors));
  }

  /** What the system says of its memory: the most so far, and now. */
  List<String> memory() {
    return lines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
        .toList();
  }

  /** Ends the process as kill -9 does. Its database server lives on. */
  public void kill() {
    process.destroyForcibly();
    assertTrue(endsWithin(LIMIT));
  }

  /** The embedded database's server. */
  ProcessHandle database() {
    return server().orElseThrow();
  }

  /** Whether the embedded database's server runs, or was broken off. */
  boolean hasDatabase() {
    return Files.exists(serverFilePath());
  }

  /** The port on which the embedded database's server listens. */
  public int databasePort() {
    return Integer.parseInt(serverFile().get(PORT_LINE).strip());
  }

  /** Asks the process to end, as Ctrl+C does; if it does not, ends it. */
  @Override
  public void close() {
    process.destroy();
    if (!endsWithin(Duration.ofSeconds(30))) {
      kill();
    }
    if (hasDatabase()) {
      server().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private boolean isReady() {
    URI uri = URI.create("http://localhost:%d/q/health/ready".formatted(managementPort()));
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Optional<ProcessHandle> server() {
    return ProcessHandle.of(Long.parseLong(serverFile().get(0).strip()));
  }

  private Path serverFilePath() {
    return dataDir().resolve("postgres").resolve("postmaster.pid");
  }

  private List<String> serverFile() {
    return lines(serverFilePath());
  }

  private static String text(Path file) {
    return String.join("\n", lines(file)) + "\n";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
