import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the application once and keeps the classes it loaded, so that every later start is quick:
 * {@code java StartArchive.java JAVA APP ARCHIVE}. It runs without a database, as TalkGate may; what
 * it needs otherwise is made up and thrown away.
 */
final class StartArchive {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final String java;
  private final Path application;
  private final Path archive;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final HttpClient http = HttpClient.newHttpClient();

  private StartArchive(String java, Path application, Path archive) {
    this.java = java;
    this.application = application;
    this.archive = archive;
  }

  public static void main(String... arguments) throws Exception {
    Path archive = Path.of(arguments[2]);
    new StartArchive(arguments[0], Path.of(arguments[1]), archive).make();
    System.out.printf("%s: %d MiB%n", archive, Files.size(archive) >> 20);
  }

  private void make() throws Exception {
    // The runtime's own classes first; jlink leaves their archive out.
    await(new ProcessBuilder(java, "-Xshare:dump", "-Xlog:disable").inheritIO().start(), 0);
    Process service = start();
    try {
      awaitReady(service);
      walk();
    } finally {
      service.destroy();
    }
    await(service, 143);
    if (!Files.exists(archive)) {
      throw new IOException("no archive was made");
    }
  }

  private Process start() throws IOException {
    Path data = Files.createTempDirectory("talkgate");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-jar",
            application.resolve("quarkus-run.jar").toString());
    builder.environment().putAll(environment(data));
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private Map<String, String> environment(Path data) throws IOException {
    return Map.ofEntries(
        Map.entry("QUARKUS_PROFILE", "prod"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
        Map.entry("QUARKUS_SHUTDOWN_DELAY", "0s"),
        Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:9/none"),
        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:9/none"),
        Map.entry("QUARKUS_DATASOURCE_USERNAME", "nobody"),
        Map.entry("QUARKUS_DATASOURCE_PASSWORD", "none"),
        Map.entry("TALKGATE_SPOOL_DRAIN_AT_END", "0s"),
        Map.entry("TALKGATE_PUBLIC_URL", "https://talk.example.com"),
        Map.entry("TALKGATE_ENCRYPTION_KEY", newKey()),
        Map.entry("TALKGATE_DATA_DIR", data.toString()));
  }

  private String newKey() throws IOException {
    Process process =
        new ProcessBuilder(
                java, "-jar", application.resolve("quarkus-run.jar").toString(), "new-encryption-key")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes()).strip();
  }

  /** Ready is asked last: each answer loads what makes answers. */
  private void awaitReady(Process service) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!answers(HttpRequest.newBuilder(management("/q/health/ready")))) {
      if (!service.isAlive() || System.nanoTime() - end > 0) {
        throw new IOException("the service did not become ready");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** What every replica is asked soon. */
  private void walk() throws InterruptedException {
    String token = "A".repeat(43);
    answers(HttpRequest.newBuilder(management("/q/metrics")));
    answers(HttpRequest.newBuilder(open("/api/v1/brands")));
    answers(
        HttpRequest.newBuilder(open("/webhooks/talktalk/" + token))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"event\":\"open\",\"user\":\"al-2eGuGr5WQOnco1_V-FQ\"}")));
  }

  private boolean answers(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private URI management(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  private URI open(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void await(Process process, int expected) throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("did not end");
    }
    if (process.exitValue() != expected) {
      throw new IOException("ended with " + process.exitValue() + ", not " + expected);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
