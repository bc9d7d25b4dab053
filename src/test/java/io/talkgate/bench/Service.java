package io.talkgate.bench;

import io.talkgate.process.Launch;
import io.talkgate.process.Production;
import io.talkgate.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packaged service as in production, as a process. */
final class Service implements AutoCloseable {
  private static final double KIB_PER_MIB = 1024;

  private final ServiceProcess process;

  private Service(ServiceProcess process) {
    this.process = process;
  }

  /**
   * Starts it; no call of it reaches NAVER.
   *
   * @param key the key set, which all replicas on a database share
   */
  static Service start(Path directory, Database database, String key, Knobs knobs)
      throws IOException {
    Files.createDirectories(directory);
    List<String> options = new ArrayList<>(List.of("-Xmx" + knobs.heap()));
    options.addAll(knobs.options());
    Launch launch =
        new Production(database.port())
            .launch(directory, Database.NAME, key)
            .with("TALKGATE_SEND_API_URL", "http://localhost:9")
            .withOptions(options);
    return new Service(launch.start());
  }

  int port() {
    return process.port();
  }

  /** Where its figures are. */
  URI metrics() {
    return URI.create("http://localhost:%d/q/metrics".formatted(process.managementPort()));
  }

  /** Resident memory now, in MiB; 0 where there is no /proc. */
  double rss() {
    return status("VmRSS:");
  }

  /** The most resident memory so far, in MiB; 0 where there is no /proc. */
  double peakRss() {
    return status("VmHWM:");
  }

  /** From now on {@link #peakRss} is about what follows; where the kernel cannot do that, not. */
  void forgetPeak() {
    try {
      Files.writeString(Path.of("/proc", Long.toString(process.handle().pid()), "clear_refs"), "5");
    } catch (IOException notAllowed) {
      System.out.println("  (the most resident memory is that since the start)");
    }
  }

  /** Processor time so far. */
  Duration cpu() {
    return process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  boolean isAlive() {
    return process.handle().isAlive();
  }

  private double status(String name) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.handle().pid()), "status"))
          .stream()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
          .findFirst()
          .orElse(0);
    } catch (IOException noProc) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
