package io.talkgate.distribution;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.bench.Closing;
import io.talkgate.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issue 8, done when: two replicas, as processes on one database, and 50 agents of two
 * consultations each, who come, go away, answer and close by calls to both, while customers write
 * to both. Half of the customers have written before the first agent comes, which is more than all
 * agents may have. Nothing is timed: it lasts until everything is closed.
 */
class DistributionIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int AGENTS = 50;
  private static final int CAPACITY = 2;
  private static final int CUSTOMERS = 240;

  /** So many agents' calls are under way at once, which keeps two processors busy. */
  private static final int HANDS = 8;

  @TempDir Path directory;

  @Test
  void nobodyIsForgottenGivenTwiceOrOverloaded() throws Exception {
    try (Closing closing = new Closing()) {
      TwoReplicas replicas = TwoReplicas.start(directory, closing, CAPACITY);
      List<Agent> agents = replicas.agents(AGENTS);
      Given given = new Given(replicas.database());

      long mostSeen = work(replicas, agents, given);

      assertAll(
          () -> assertTrue(mostSeen <= CAPACITY, "an agent was seen with " + mostSeen),
          () -> assertEquals(CAPACITY, given.mostHeldAtOnce(), "held by an agent at once"),
          () -> assertEquals("", given.notGivenExactlyOnce(), "not given exactly once"),
          () -> assertEquals("", given.notClosedByAssignee(), "not closed by its assignee"),
          () -> assertEquals(CUSTOMERS, given.customersServed(), "customers served"));
    }
  }

  /** Everything at once; answers with the most that an agent was seen with meanwhile. */
  private static long work(TwoReplicas replicas, List<Agent> agents, Given given) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(HANDS + 1);
    try {
      CompletableFuture<Long> watch =
          CompletableFuture.supplyAsync(() -> given.mostSeenUntil(over::get), threads);
      replicas.customersWrite(0, CUSTOMERS / 2);
      CompletableFuture<?>[] desk =
          IntStream.range(0, HANDS)
              .mapToObj(hand -> runAsync(() -> work(agents, hand, over), threads))
              .toArray(CompletableFuture<?>[]::new);
      replicas.customersWrite(CUSTOMERS / 2, CUSTOMERS);
      int events = CUSTOMERS * TwoReplicas.MESSAGES;
      Eventually.get(() -> given.unfinished(events), left -> left == 0 || over.get(), LIMIT);
      over.set(true);
      CompletableFuture.allOf(desk).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return watch.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } finally {
      over.set(true);
      threads.shutdown();
      assertTrue(threads.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }
  }

  /**
   * Some agents in turn, none of them anybody else's, until it is over: as soon as one fails, too.
   */
  private static void work(List<Agent> agents, int first, AtomicBoolean over) {
    try {
      for (int next = first; !over.get(); next = next + HANDS < AGENTS ? next + HANDS : first) {
        agents.get(next).look();
      }
    } finally {
      over.set(true);
    }
  }
}
