package io.talkgate.intake;

import java.util.List;
import java.util.stream.Stream;

/**
 * The queues of the database's leg. Each customer's events are all in the same one, so that their
 * order holds while batches of several queues are on their way. Guarded by {@link Legs}.
 */
final class BatchQueues {
  /**
   * While the database works on one batch, this process works on another: with a single one, either
   * waits for the other (measured: a third of two processors idle). More batches would only be
   * smaller ones.
   */
  private static final int QUEUES = 2;

  private final List<BatchQueue> queues = Stream.generate(BatchQueue::new).limit(QUEUES).toList();

  /** Where the customer's events go. */
  BatchQueue of(Customer customer) {
    return queues.get(Math.floorMod(customer.hashCode(), QUEUES));
  }

  /** The next batch; empty if there is none, or if those who have one have one on its way. */
  List<WaitingEvent> next() {
    for (BatchQueue queue : queues) {
      List<WaitingEvent> batch = queue.next();
      if (!batch.isEmpty()) {
        return batch;
      }
    }
    return List.of();
  }

  /** No batch that is on its way is waited for any more. */
  void abandon() {
    queues.forEach(BatchQueue::abandon);
  }

  /** All that has not left for the spool, each customer's oldest first. */
  List<WaitingEvent> all() {
    return queues.stream().flatMap(BatchQueue::all).toList();
  }

  /** Drops those that have left: nothing of them may stay in memory during an outage. */
  void clean() {
    queues.forEach(BatchQueue::clean);
  }

  /** How many events wait for their batch. */
  int size() {
    return queues.stream().mapToInt(BatchQueue::size).sum();
  }
}
