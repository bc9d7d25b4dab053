package io.talkgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes calls at the same time, as near as threads can. */
public final class Together {
  private static final long LIMIT_SECONDS = 20;

  private Together() {}

  /** What the calls answer, in their order. */
  @SafeVarargs
  public static <T> List<T> call(Callable<T>... calls)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.length);
    try {
      CyclicBarrier start = new CyclicBarrier(calls.length);
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> call : calls) {
        answers.add(threads.submit(() -> at(start, call)));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> answer : answers) {
        done.add(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T at(CyclicBarrier start, Callable<T> call) throws Exception {
    start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    return call.call();
  }
}
