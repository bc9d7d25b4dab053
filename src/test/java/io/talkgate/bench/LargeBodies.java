package io.talkgate.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The largest bodies a live webhook takes, many of them at once, and small calls beside them. */
final class LargeBodies {
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final String KEPT = "200";
  private static final String ROWS = "events where octet_length(body) >= " + LARGEST;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double SMALL_PER_SECOND = 100;

  private final Report report;
  private final Database database;
  private final Service service;
  private final Beside beside;

  LargeBodies(Report report, Database database, Service service, Beside beside) {
    this.report = report;
    this.database = database;
    this.service = service;
    this.beside = beside;
  }

  private record Answered(String with, double seconds) {}

  /** Sends them to a webhook; false if one that was answered 200 is not in the ledger. */
  boolean run(String path, int count) throws Exception {
    report.section("%d bodies of 10 MiB at once".formatted(count));
    report.add("RSS of the service before, MiB", service.rss());
    URI webhook = URI.create("http://localhost:" + service.port() + path);
    long kept = beside.run(report, SMALL_PER_SECOND, () -> sendAndDrain(webhook, count));
    report.add("RSS of the service after, MiB", service.rss());
    report.add("RSS of the service at most, MiB", service.peakRss());
    report.add("the service lives", service.isAlive());
    long rows = database.count(ROWS);
    report.add("rows in the ledger for them", rows);
    return rows >= kept;
  }

  /** Answers how many were answered 200. */
  private long sendAndDrain(URI webhook, int count) throws Exception {
    long start = System.nanoTime();
    List<Answered> answers = send(webhook, count);
    Map<String, Long> byAnswer =
        answers.stream()
            .collect(Collectors.groupingBy(Answered::with, TreeMap::new, Collectors.counting()));
    report.add("answers", byAnswer.toString());
    report.add(
        "slowest answer, seconds", answers.stream().mapToDouble(Answered::seconds).max().orElse(0));
    long kept = byAnswer.getOrDefault(KEPT, 0L);
    database.awaitCount(ROWS, kept);
    report.add("seconds until all are in the ledger", secondsSince(start));
    return kept;
  }

  private static List<Answered> send(URI webhook, int count) {
    HttpClient naver = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(LIMIT)
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofByteArray(body()))
            .build();
    long start = System.nanoTime();
    List<CompletableFuture<Answered>> calls =
        Stream.generate(
                () ->
                    naver
                        .sendAsync(request, BodyHandlers.discarding())
                        .handle((answer, failure) -> answered(answer, failure, start)))
            .limit(count)
            .toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static Answered answered(
      @Nullable HttpResponse<Void> answer, Throwable failure, long start) {
    String with =
        answer == null ? failure.getClass().getSimpleName() : Integer.toString(answer.statusCode());
    return new Answered(with, secondsSince(start));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static byte[] body() {
    String start =
        "{\"event\":\"send\",\"user\":\"al-large-body\",\"textContent\":{\"inputType\":\"typing\",\"text\":\"";
    String end = "\"}}";
    return (start + "a".repeat(LARGEST - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }
}
