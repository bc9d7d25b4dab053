import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who write without end to one replica, behind a gateway: {@code java Load.java WEBHOOK
 * READY STARTED}. Calls go on until readiness is off, as a gateway's do; each that was begun is
 * waited for. STARTED is a file made once the load is on. Prints how often each status came, and
 * fails if any but 200 did.
 */
final class Load {
  private static final int WRITERS = 16;
  private static final int BEFORE_STARTED = 500;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI webhook;
  private final URI ready;
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean open = true;

  private Load(URI webhook, URI ready) {
    this.webhook = webhook;
    this.ready = ready;
  }

  public static void main(String... arguments) throws Exception {
    Load load = new Load(URI.create(arguments[0]), URI.create(arguments[1]));
    load.run(Path.of(arguments[2]));
    System.out.println(new TreeMap<>(load.answers));
    if (!load.answers.keySet().equals(Set.of("200"))) {
      System.exit(1);
    }
  }

  private void run(Path started) throws Exception {
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String user = "load-writer-%02d".formatted(writer);
      Thread thread = new Thread(() -> write(user));
      thread.start();
      writers.add(thread);
    }
    long end = System.nanoTime() + LIMIT.toNanos();
    while (isReady() && System.nanoTime() - end < 0) {
      if (calls.get() > BEFORE_STARTED && !Files.exists(started)) {
        Files.createFile(started);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    open = false;
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private void write(String user) {
    while (open) {
      String text = "message %d".formatted(calls.incrementAndGet());
      String body =
          "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}}"
              .formatted(user, text);
      answers.merge(status(body), 1, Integer::sum);
    }
  }

  private String status(String body) {
    try {
      HttpRequest call =
          HttpRequest.newBuilder(webhook)
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(5))
              .POST(BodyPublishers.ofString(body))
              .build();
      return Integer.toString(http.send(call, BodyHandlers.discarding()).statusCode());
    } catch (IOException broken) {
      return broken.getClass().getSimpleName();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest question = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException ended) {
      return false;
    }
  }
}
