package io.talkgate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the service is started: {@code java -jar}, configured by its environment alone. May be used
 * again; the ports stay the same.
 */
public final class Launch {
  /** Where processes run and what they write is kept. */
  static final Path PROCESSES = Path.of("target", "process").toAbsolutePath();

  private static final Path PACKAGED = Path.of("target", "quarkus-app").toAbsolutePath();
  private static final List<String> DEMO = List.of("-Dquarkus.profile=demo");

  private final List<String> options;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Path workingDirectory;
  private final Path dataDir;
  private Path application = PACKAGED;

  private Launch(Path workingDirectory, Path dataDir, List<String> options) {
    this.workingDirectory = workingDirectory;
    this.dataDir = dataDir;
    this.options = new ArrayList<>(options);
    with("QUARKUS_HTTP_PORT", Integer.toString(port));
    with("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
  }

  /** As in the README's first command: where it is started is where its data go. */
  static Launch demoIn(Path directory) {
    return new Launch(directory, directory.resolve("data"), DEMO);
  }

  /** A demo that is told where its data go. */
  public static Launch demo(Path dataDir) {
    return new Launch(PROCESSES, dataDir, DEMO).with("TALKGATE_DATA_DIR", dataDir.toString());
  }

  /** With no profile named. */
  public static Launch production(Path dataDir) {
    return new Launch(PROCESSES, dataDir, List.of()).with("TALKGATE_DATA_DIR", dataDir.toString());
  }

  /** With an environment variable. */
  public Launch with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** With options of the virtual machine. */
  public Launch withOptions(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** From another place than target/quarkus-app. */
  Launch from(Path directory) {
    application = directory;
    return this;
  }

  /** Where the webhook will be served. */
  public int port() {
    return port;
  }

  /** Where its health will be told. */
  public int managementPort() {
    return managementPort;
  }

  /** Where its data are. */
  public Path dataDir() {
    return dataDir;
  }

  /** Starts the service and waits until it is ready. */
  public ServiceProcess start() {
    return ServiceProcess.started(this).awaitReady();
  }

  /** Starts what is expected to end by itself, and waits for that. */
  public Ended run(String... arguments) {
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
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().putAll(environment);
    return builder;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
