package io.talkgate.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Small calls of ordinary customers while something else goes on: how long they wait. */
final class Beside {
  private final Load load;
  private final Kept kept;

  Beside(Load load, Kept kept) {
    this.load = load;
    this.kept = kept;
  }

  /** Does something and reports the latency of the small calls meanwhile (open loop). */
  <T> T run(Report report, double smallPerSecond, Callable<T> something) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<T> result =
          thread.submit(
              () -> {
                try {
                  return something.call();
                } finally {
                  over.set(true);
                }
              });
      LoadResult small = kept.add(load.run(Pace.open(smallPerSecond, over::get)));
      T done = result.get();
      report.add("small calls meanwhile answered 200", small.kept());
      report.add("small calls answered otherwise or not at all", small.not200());
      report.addLatency(small);
      return done;
    } finally {
      thread.shutdownNow();
    }
  }
}
