package io.talkgate.deliverybench;

import io.talkgate.bench.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Times the way of agents' answers, one after another, from the POST to NAVER's receiving. */
final class Ways {
  private final Stage stage;

  Ways(Stage stage) {
    this.stage = stage;
  }

  /** Of so many messages to these customers in turn. */
  Histogram time(String run, List<Customer> customers, int messages, Duration limit) {
    Histogram ways = new Histogram();
    BlockingQueue<Receipt> received = new LinkedBlockingQueue<>();
    stage
        .standIn()
        .tells(
            receipt -> {
              stage.echoes().received(receipt);
              if (receipt.run().equals(run)) {
                received.add(receipt);
              }
            });
    for (int number = 0; number < messages; number++) {
      long start = System.nanoTime();
      stage.desk().replies(customers.get(number % customers.size()), Receipt.text(run, number));
      ways.add(next(received, limit).nanos() - start);
    }
    return ways;
  }

  private static Receipt next(BlockingQueue<Receipt> received, Duration limit) {
    try {
      Receipt receipt = received.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (receipt == null) {
        throw new IllegalStateException("a message has not arrived within " + limit);
      }
      return receipt;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
