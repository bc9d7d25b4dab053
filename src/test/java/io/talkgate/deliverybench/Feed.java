package io.talkgate.deliverybench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Queues messages at a steady rate, each to somebody else, until it is closed. */
final class Feed implements AutoCloseable {
  private static final int PER_SECOND = 4;

  private final Queueing queueing;
  private final List<Customer> customers;
  private final int each;
  private final Random random;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private Optional<ScheduledFuture<?>> running = Optional.empty();

  Feed(Queueing queueing, List<Customer> customers, int messagesPerSecond, long seed) {
    this.queueing = queueing;
    this.customers = new ArrayList<>(customers);
    random = new Random(seed);
    each = Math.max(1, Math.min(customers.size(), messagesPerSecond / PER_SECOND));
  }

  void begin() {
    running =
        Optional.of(
            clock.scheduleAtFixedRate(this::queue, 0, 1000 / PER_SECOND, TimeUnit.MILLISECONDS));
  }

  private void queue() {
    Collections.shuffle(customers, random);
    try {
      queueing.add(customers.subList(0, each), 1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails if it could not go on until now. */
  @Override
  public void close() {
    boolean brokenOff = running.filter(ScheduledFuture::isDone).isPresent();
    clock.shutdown();
    try {
      if (brokenOff || !clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("messages could not be queued");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
