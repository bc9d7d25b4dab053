import io.talkgate.platform.database.EmbeddedDatabase;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the application and keeps what it loaded, so that every later start is quick: {@code java
 * -cp APPLICATION StartArchive.java JAVA APP ARCHIVES}, not as root. The database is the demo's,
 * asking for passwords as production's does; what the service needs otherwise is made up. All of it
 * is thrown away.
 *
 * <p>The start that is kept is the second one: it finds the schema up to date and an approved link,
 * as nearly all of them do, so that the rehearsed batch is kept, too.
 *
 * <p>Java 25 keeps linked classes, objects and what its compilers learnt (AOT cache), earlier ones
 * classes alone (class-data archive). Which of them was made, the file {@code start.options} beside
 * it tells the virtual machine.
 */
final class StartArchive {
  private static final boolean AOT = Runtime.version().feature() >= 25;
  private static final String RECORD = AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
  private static final String USE = AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
  /** Else Java 24 and later warn, in lines that are no JSON, of what Protobuf does. */
  private static final String QUIET = AOT ? "--sun-misc-unsafe-memory-access=allow\n" : "";

  private static final String PASSWORD = "archive";

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final String java;
  private final Path application;
  private final Path archive;
  private final Map<String, String> database;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final HttpClient http = HttpClient.newHttpClient();

  private StartArchive(
      String java, Path application, Path archive, Map<String, String> database) {
    this.java = java;
    this.application = application;
    this.archive = archive;
    this.database = database;
  }

  public static void main(String... arguments) throws Exception {
    Path application = Path.of(arguments[1]);
    Path directory = Files.createDirectories(Path.of(arguments[2]));
    Path archive = directory.resolve("talkgate.jsa");
    Path data = Files.createTempDirectory("database");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      askForPasswords(data, database.configuration());
      new StartArchive(arguments[0], application, archive, database.configuration()).make();
    }
    Path used = application.resolve(archive.getFileName());
    Files.writeString(directory.resolve("start.options"), USE + used + "\n" + QUIET);
    System.out.printf("%s: %d MiB%n", archive, Files.size(archive) >> 20);
  }

  private static void askForPasswords(Path data, Map<String, String> database) throws Exception {
    Path rules = data.resolve("postgres/pg_hba.conf");
    try (Connection superuser = superuser(database, "");
        Statement statement = superuser.createStatement()) {
      statement.execute("alter role postgres password '" + PASSWORD + "'");
      Files.writeString(rules, Files.readString(rules).replaceAll("trust", "scram-sha-256"));
      statement.execute("select pg_reload_conf()");
    }
  }

  private static Connection superuser(Map<String, String> database, String password)
      throws SQLException {
    String url = database.get("quarkus.datasource.jdbc.url");
    return DriverManager.getConnection(url, "postgres", password);
  }

  private void make() throws Exception {
    Map<String, String> environment = environment(Files.createTempDirectory("talkgate"));
    run(List.of(), environment);
    approveLink();
    List<String> record = new ArrayList<>(List.of(RECORD + archive));
    if (!AOT) {
      record.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
    }
    run(record, environment);
    if (!Files.exists(archive)) {
      throw new IOException("no archive was made");
    }
  }

  private void run(List<String> options, Map<String, String> environment) throws Exception {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process service = builder.inheritIO().start();
    try {
      awaitReady(service);
      walk();
    } finally {
      service.destroy();
    }
    await(service, 143);
  }

  /** As much of one as the rehearsal looks for. */
  private void approveLink() throws SQLException {
    try (Connection superuser = superuser(database, PASSWORD);
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "with brand as (insert into brands (id, name, created_at)"
              + " values (gen_random_uuid(), 'Shop', now()) returning id)"
              + " insert into links (brand_id, id, account_id, status, send_api_key,"
              + " send_api_key_hint, created_at) select id, gen_random_uuid(), 'wc8b1i', 'APPROVED',"
              + " '', '', now() from brand");
    }
  }

  private Map<String, String> environment(Path data) throws IOException {
    Map<String, String> environment = new HashMap<>();
    database.forEach(
        (name, value) ->
            environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
    environment.putAll(
        Map.of(
            "QUARKUS_PROFILE", "prod",
            "QUARKUS_HTTP_PORT", Integer.toString(port),
            "QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort),
            "QUARKUS_SHUTDOWN_DELAY", "0s",
            "TALKGATE_SPOOL_DRAIN_AT_END", "0s",
            "TALKGATE_PUBLIC_URL", "https://talk.example.com",
            "TALKGATE_ENCRYPTION_KEY", newKey(),
            "TALKGATE_DATA_DIR", data.toString()));
    return environment;
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
