package io.talkgate.faults;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * NAVER calling at a steady rate, however slow the answers are. Half of the calls are of whoever
 * was answered last, half of whoever has been quiet for longest; where nobody is free, somebody new
 * comes.
 */
final class Traffic implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int FIRST_CUSTOMERS = 100;
  private static final int MOST_CUSTOMERS = 20_000;
  private static final long TICK_MILLIS = 4;

  /** Each call takes a connection; a service that does not keep up would have us open thousands. */
  private static final int MOST_UNDER_WAY = 1000;

  private final Targets targets;
  private final Answers answers = new Answers();
  private final Deque<Customer> free = new ConcurrentLinkedDeque<>();
  private final Queue<Customer> all = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final HttpClient naver =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile int eventsPerSecond;
  private double due;
  private boolean oldest;
  private int count;

  Traffic(Targets targets, int eventsPerSecond) {
    this.targets = targets;
    this.eventsPerSecond = eventsPerSecond;
    for (int i = 0; i < FIRST_CUSTOMERS; i++) {
      free.add(somebodyNew());
    }
  }

  void begin() {
    ScheduledFuture<?> unused =
        clock.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void rate(int newEventsPerSecond) {
    eventsPerSecond = newEventsPerSecond;
  }

  Answers answers() {
    return answers;
  }

  Collection<Customer> customers() {
    return all;
  }

  /** Sends nothing any more and waits for the answers that are still to come. */
  @Override
  public void close() {
    clock.shutdown();
    Pause.until("all calls are answered", LIMIT.multipliedBy(2), () -> underWay.get() == 0);
  }

  private void tick() {
    due = Math.min(due + eventsPerSecond * TICK_MILLIS / 1000.0, eventsPerSecond);
    while (due >= 1 && underWay.get() < MOST_UNDER_WAY) {
      due--;
      oldest = !oldest;
      Customer next = oldest ? free.pollFirst() : free.pollLast();
      if (next == null && count < MOST_CUSTOMERS) {
        next = somebodyNew();
      }
      if (next != null) {
        call(next);
      }
    }
  }

  private Customer somebodyNew() {
    Customer customer = new Customer("customer-%05d".formatted(count));
    all.add(customer);
    count++;
    return customer;
  }

  private void call(Customer customer) {
    HttpRequest request =
        HttpRequest.newBuilder(targets.next())
            .timeout(LIMIT)
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofString(customer.nextBody()))
            .build();
    long start = System.nanoTime();
    underWay.incrementAndGet();
    CompletableFuture<?> unused =
        naver
            .sendAsync(request, BodyHandlers.discarding())
            .whenComplete(
                (answer, failure) -> {
                  settle(customer, answer, failure, System.nanoTime() - start);
                  underWay.decrementAndGet();
                });
  }

  private void settle(
      Customer customer,
      @Nullable HttpResponse<Void> answer,
      @Nullable Throwable failure,
      long nanos) {
    if (answer != null) {
      answers.answered(answer.statusCode(), nanos);
      if (answer.statusCode() == 200) {
        customer.accept();
        free.addLast(customer);
      } else {
        customer.doubt();
      }
    } else if (failure != null && isRefusal(failure)) {
      answers.wasRefused();
      free.addFirst(customer);
    } else {
      answers.wasUnanswered(nanos);
      customer.doubt();
    }
  }

  private static boolean isRefusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ConnectException;
  }
}
