package io.talkgate.faults;

import io.talkgate.process.Launch;
import io.talkgate.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One service, which may be killed and started again. */
final class Replica implements AutoCloseable {
  private final Launch launch;
  private final URI webhook;
  private volatile Optional<ServiceProcess> process = Optional.empty();

  Replica(Launch launch, String webhookPath) {
    this.launch = launch;
    webhook = URI.create("http://localhost:" + launch.port() + webhookPath);
  }

  URI webhook() {
    return webhook;
  }

  int managementPort() {
    return launch.managementPort();
  }

  Path dataDir() {
    return launch.dataDir();
  }

  Path spool() {
    return dataDir().resolve("spool");
  }

  /** Starts it and waits until it is ready. */
  void start() {
    process = Optional.of(launch.start());
  }

  long pid() {
    return process.orElseThrow().handle().pid();
  }

  void kill() {
    process.ifPresent(ServiceProcess::kill);
    process = Optional.empty();
  }

  /** Asks it to end, as Kubernetes does, and waits until it has. */
  void terminate() {
    ProcessHandle handle = process.orElseThrow().handle();
    handle.destroy();
    Pause.until("the service ends", Duration.ofSeconds(60), () -> !handle.isAlive());
    process = Optional.empty();
  }

  @Override
  public void close() {
    process.ifPresent(ServiceProcess::close);
    process = Optional.empty();
  }
}
