package io.talkgate.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends calls to the replicas in turn, and to those alone that were ready when asked last. */
final class Gateway implements Targets, AutoCloseable {
  private static final long PERIOD_MILLIS = 1000;

  private final List<Replica> replicas;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Replica> ready;

  /** Asks every second, as a readiness probe does, which replicas are ready. */
  Gateway(List<Replica> replicas) {
    this.replicas = replicas;
    ready = replicas;
    ScheduledFuture<?> unused =
        clock.scheduleAtFixedRate(this::probe, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public URI next() {
    List<Replica> now = ready;
    return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).webhook();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void probe() {
    List<Replica> now = replicas.stream().filter(this::isReady).toList();
    if (!now.isEmpty()) {
      ready = now;
    }
  }

  private boolean isReady(Replica replica) {
    URI uri = URI.create("http://localhost:%d/q/health/ready".formatted(replica.managementPort()));
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
