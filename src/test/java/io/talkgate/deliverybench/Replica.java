package io.talkgate.deliverybench;

import io.talkgate.process.Launch;
import io.talkgate.process.ServiceProcess;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One of the services, which may be killed and started again on the same ports. */
final class Replica implements AutoCloseable {
  private final String name;
  private final Launch launch;
  private volatile Optional<ServiceProcess> process = Optional.empty();
  private Map<String, String> besides = Map.of();

  Replica(String name, Launch launch) {
    this.name = name;
    this.launch = launch;
  }

  /** By which the stand-in tells its calls from those of others. */
  String name() {
    return name;
  }

  int port() {
    return launch.port();
  }

  /** Starts it and waits until it is ready. */
  void start() {
    process = Optional.of(launch.start());
  }

  /** Sees to it that it runs with this environment besides, which lasts. */
  void runWith(Map<String, String> environment) {
    if (process.isEmpty() || !environment.equals(besides)) {
      close();
      environment.forEach(launch::with);
      besides = environment;
      start();
    }
  }

  void kill() {
    process.ifPresent(ServiceProcess::kill);
    process = Optional.empty();
  }

  /** Processor time of the process so far. */
  Duration cpu() {
    return process
        .flatMap(running -> running.handle().info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.ifPresent(ServiceProcess::close);
    process = Optional.empty();
  }
}
