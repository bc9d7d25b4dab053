package io.talkgate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the service is started: {@code java -jar}, configured by its environment alone. May be used
 * again; the ports stay the same.
 */
final class Launch {
  private static final Path PACKAGED = Path.of("target", "quarkus-app").toAbsolutePath();

  private final List<String> options;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Path dataDir;
  private Path application = PACKAGED;

  private Launch(Path dataDir, List<String> options) {
    this.dataDir = dataDir;
    this.options = options;
    with("TALKGATE_DATA_DIR", dataDir.toString());
    with("QUARKUS_HTTP_PORT", Integer.toString(port));
    with("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
  }

  /** As in the README's first command. */
  static Launch demo(Path dataDir) {
    return new Launch(dataDir, List.of("-Dquarkus.profile=demo"));
  }

  /** With no profile named. */
  static Launch production(Path dataDir) {
    return new Launch(dataDir, List.of());
  }

  Launch with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** From another place than target/quarkus-app. */
  Launch from(Path directory) {
    application = directory;
    return this;
  }

  int port() {
    return port;
  }

  int managementPort() {
    return managementPort;
  }

  Path dataDir() {
    return dataDir;
  }

  /** Starts the service and waits until it is ready. */
  ServiceProcess start() {
    return ServiceProcess.started(this).awaitReady();
  }

  /** Starts what is expected to end by itself, and waits for that. */
  Ended run(String... arguments) {
    return ServiceProcess.started(this, arguments).awaitEnd();
  }

  /** Nothing of the tests' own environment reaches the process but where programs are found. */
  ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-jar");
    command.add(application.resolve("quarkus-run.jar").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static java.io.File workingDirectory() {
    try {
      return Files.createDirectories(Path.of("target", "process")).toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
