package io.talkgate.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * What was used up to a moment: processor time in nanoseconds, and batches with the events in them.
 * It says why a rate is what it is.
 */
record Usage(long service, long postgres, long load, double batches, double events) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String BATCHES = "talkgate_intake_batch_events_count";
  private static final String EVENTS = "talkgate_intake_batch_events_sum";

  static Usage now(Service service, Database database) throws IOException, InterruptedException {
    HttpRequest metrics = HttpRequest.newBuilder(service.metrics()).timeout(LIMIT).GET().build();
    String page = HttpClient.newHttpClient().send(metrics, BodyHandlers.ofString()).body();
    return new Usage(
        service.cpu().toNanos(),
        database.cpu().toNanos(),
        Load.cpuNanos(),
        sum(page, BATCHES),
        sum(page, EVENTS));
  }

  /** What was used since then. */
  Usage since(Usage before) {
    return new Usage(
        service - before.service,
        postgres - before.postgres,
        load - before.load,
        batches - before.batches,
        events - before.events);
  }

  double eventsPerBatch() {
    return batches == 0 ? 0 : events / batches;
  }

  private static double sum(String page, String name) {
    return page.lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
