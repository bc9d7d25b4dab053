package io.talkgate.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.http.ContentType;
import io.talkgate.bench.ApprovedLinks;
import io.talkgate.bench.ApprovedLinks.Approved;
import io.talkgate.bench.Closing;
import io.talkgate.bench.Database;
import io.talkgate.process.Launch;
import io.talkgate.process.Production;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.WebhookCaller;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Two packaged services on one database, and a brand with two links whose consultations are
 * distributed.
 *
 * @param ports of the two
 */
record TwoReplicas(Database database, List<Integer> ports, ApprovedLinks shop) {
  /** So many does each customer write, one to each replica. */
  static final int MESSAGES = 2;

  private static final int LINKS = 2;
  private static final int AT_ONCE = 20;
  private static final int LIMIT_SECONDS = 60;
  private static final String PASSWORD = "password of tests";

  /** The least that bcrypt can do: this is not about logging in. */
  private static final int CHEAP = 4;

  private static final String AGENTS =
      """
      insert into members (brand_id, id, username, name, role, password_hash, created_at)
      select '%s', gen_random_uuid(), 'agent' || n, 'agent ' || n, 'AGENT', '%s', now() from generate_series(1, %d) n
      """;

  /**
   * Starts them; no call of theirs reaches NAVER.
   *
   * @param capacity how many consultations an agent may have
   */
  static TwoReplicas start(Path directory, Closing closing, int capacity) throws Exception {
    Database database = closing.add(Database.start(directory.resolve("database")));
    String key = Production.newKey(directory);
    List<Integer> ports = new ArrayList<>();
    for (String name : List.of("replica1", "replica2")) {
      Launch launch =
          new Production(database.port())
              .launch(Files.createDirectories(directory.resolve(name)), Database.NAME, key)
              .with("QUARKUS_SHUTDOWN_DELAY", "0s")
              .with("TALKGATE_SEND_API_URL", "http://localhost:9")
              .withOptions(List.of("-Xmx256m"));
      closing.add(launch.start());
      ports.add(launch.port());
    }
    ApprovedLinks shop = ApprovedLinks.create(database, ports.get(0), LINKS);
    shop.links().forEach(link -> distribute(shop.brand(), link, capacity));
    return new TwoReplicas(database, List.copyOf(ports), shop);
  }

  private static void distribute(TestBrand brand, Approved link, int capacity) {
    Map<String, ?> rules =
        Map.of(
            "mode",
            "AUTOMATIC",
            "order",
            "FEWEST_OPEN",
            "lastAgentFirst",
            false,
            "capacity",
            capacity);
    brand
        .as("manager")
        .contentType(ContentType.JSON)
        .body(Map.of("assignment", rules))
        .put("/api/v1/links/{id}/settings", link.id())
        .then()
        .statusCode(200);
  }

  /** So many agents, none of whom is there yet. */
  List<Agent> agents(int count) throws SQLException {
    String hash = BcryptUtil.bcryptHash(PASSWORD, CHEAP);
    database.execute(AGENTS.formatted(shop.brand().id(), hash, count));
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> new Agent(http, ports, "agent" + number, PASSWORD))
        .toList();
  }

  /** These customers write to both, each to one after the other, some at once. */
  void customersWrite(int from, int to) throws Exception {
    for (int first = from; first < to; first += AT_ONCE) {
      CompletableFuture<?>[] customers =
          IntStream.range(first, Math.min(first + AT_ONCE, to))
              .mapToObj(this::writes)
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(customers).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private CompletableFuture<Void> writes(int customer) {
    CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    for (int message = 0; message < MESSAGES; message++) {
      WebhookCaller naver = naver(customer, (customer / LINKS + message) % ports.size());
      written =
          written
              .thenCompose(before -> naver.writes("customer" + customer, "hello"))
              .thenAccept(status -> assertEquals(200, status));
    }
    return written;
  }

  private WebhookCaller naver(int customer, int replica) {
    String path = shop.links().get(customer % LINKS).webhookPath();
    return new WebhookCaller("http://localhost:" + ports.get(replica) + path);
  }
}
