package io.talkgate.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.access.Caller;
import io.talkgate.access.Role;
import io.talkgate.consultation.Consultations;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Issue 8, done when: two distributors on one database, which is all that two replicas share, 50
 * agents of three consultations each, 300 customers who write meanwhile, and agents who close what
 * they have. At every look, nobody has more than three; at the end, nobody was forgotten or given
 * twice.
 */
@QuarkusTest
class AssignmentLoadTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int AGENTS = 50;
  private static final int CAPACITY = 3;
  private static final int CUSTOMERS = 300;

  @Inject Distributor distributor;
  @Inject Presence presence;
  @Inject Consultations consultations;

  private Desk desk;

  @BeforeEach
  void aDesk() {
    desk = new Desk();
  }

  @Test
  void nobodyIsForgottenGivenTwiceOrOverloaded() throws Exception {
    desk.set(
        new JsonObject()
            .put(
                "assignment",
                new JsonObject()
                    .put("mode", "AUTOMATIC")
                    .put("order", "FEWEST_OPEN")
                    .put("lastAgentFirst", false)
                    .put("capacity", CAPACITY)));
    List<Caller> agents = agents();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(7);
    try {
      CompletableFuture<Void> work =
          CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> distributeUntil(over), threads),
              CompletableFuture.runAsync(() -> distributeUntil(over), threads),
              CompletableFuture.runAsync(() -> watchUntil(over), threads));
      CompletableFuture<?>[] writers = new CompletableFuture<?>[3];
      for (int i = 0; i < writers.length; i++) {
        writers[i] = CompletableFuture.runAsync(() -> write(CUSTOMERS / writers.length), threads);
      }
      CompletableFuture<Integer> closed =
          CompletableFuture.supplyAsync(() -> closeAll(agents), threads);
      CompletableFuture.allOf(writers).get(3, TimeUnit.MINUTES);
      assertEquals(CUSTOMERS, closed.get(3, TimeUnit.MINUTES));
      over.set(true);
      work.get(1, TimeUnit.MINUTES);
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
    assertEveryConsultationWasGivenOnce();
  }

  private List<Caller> agents() {
    List<Caller> agents = new ArrayList<>();
    UUID brand = UUID.fromString(desk.shop.brandId());
    for (int i = 0; i < AGENTS; i++) {
      String id =
          Shop.operator()
              .body(
                  Map.of(
                      "brandId",
                      desk.shop.brandId(),
                      "username",
                      "load" + i + UUID.randomUUID().toString().substring(0, 8),
                      "name",
                      "load " + i,
                      "role",
                      "agent",
                      "password",
                      "correct horse battery"))
              .post("/api/v1/members")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      Caller agent = new Caller(UUID.fromString(id), brand, Role.AGENT, "load " + i);
      presence.set(agent, PresenceState.ONLINE).await().atMost(LIMIT);
      agents.add(agent);
    }
    return agents;
  }

  private void distributeUntil(AtomicBoolean over) {
    while (!over.get()) {
      distributor.distribute().await().atMost(LIMIT);
    }
  }

  private void watchUntil(AtomicBoolean over) {
    while (!over.get()) {
      presenceOfAll()
          .forEach(one -> assertTrue(one.open() <= CAPACITY, one.name() + " has " + one.open()));
    }
  }

  private List<AgentPresence> presenceOfAll() {
    return presence.list(anybody()).await().atMost(LIMIT);
  }

  private Caller anybody() {
    UUID brand = UUID.fromString(desk.shop.brandId());
    return new Caller(UUID.randomUUID(), brand, Role.OBSERVER, "watcher");
  }

  private void write(int customers) {
    for (int i = 0; i < customers; i++) {
      desk.shop.writes(desk.shop.customer(), "hello");
    }
  }

  /** Each agent closes what they have, until all that is ever to come was closed. */
  private int closeAll(List<Caller> agents) {
    int closed = 0;
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (closed < CUSTOMERS && System.nanoTime() < end) {
      for (String[] one : assigned()) {
        Caller agent =
            agents.stream()
                .filter(a -> a.memberId().toString().equals(one[1]))
                .findFirst()
                .orElseThrow();
        consultations.close(agent, UUID.fromString(one[0]), null, null).await().atMost(LIMIT);
        closed++;
      }
    }
    return closed;
  }

  private List<String[]> assigned() {
    var items =
        desk.shop
            .as("observer")
            .get("/api/v1/consultations?status=WAITING&limit=100")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .setRootPath("items.findAll { it.assignee != null }");
    List<String> ids = items.getList("id");
    List<String> assignees = items.getList("assignee.id");
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new String[] {ids.get(i), assignees.get(i)})
        .toList();
  }

  private void assertEveryConsultationWasGivenOnce() {
    Map<String, Integer> given = new HashMap<>();
    String cursor = "";
    do {
      var page =
          desk.shop
              .as("observer")
              .get("/api/v1/consultations?limit=200" + cursor)
              .then()
              .statusCode(200)
              .extract();
      List<String> ids = page.path("items.id");
      ids.forEach(id -> given.put(id, assignments(id)));
      String next = page.path("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertEquals(CUSTOMERS, given.size());
    assertEquals(List.of(), given.entrySet().stream().filter(one -> one.getValue() != 1).toList());
  }

  private int assignments(String id) {
    List<String> actions =
        desk.shop
            .as("observer")
            .get("/api/v1/consultations/{id}/history", id)
            .then()
            .extract()
            .path("items.findAll { it.action == 'ASSIGNED' }.action");
    return actions.size();
  }
}
