package io.talkgate.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The largest bodies a live webhook takes, many of them at once. */
final class LargeBodies {
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final String KEPT = "200";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private LargeBodies() {}

  /** Sends them to a webhook; false if one that was answered 200 is not in the ledger. */
  static boolean run(Report report, Database database, Service service, String path, int count)
      throws SQLException {
    long rows = database.count("events");
    report.section("%d bodies of 10 MiB at once".formatted(count));
    report.add("RSS of the service before, MiB", service.rss());
    long start = System.nanoTime();
    Map<String, Long> answers =
        send(URI.create("http://localhost:" + service.port() + path), count);
    report.add("answers", answers.toString());
    report.add("seconds", (System.nanoTime() - start) / 1e9);
    report.add("RSS of the service after, MiB", service.rss());
    report.add("RSS of the service at most, MiB", service.peakRss());
    report.add("the service lives", service.isAlive());
    long kept = answers.getOrDefault(KEPT, 0L);
    long added = database.awaitCount("events", rows + kept) - rows;
    report.add("rows in the ledger for them", added);
    return added >= kept;
  }

  private static Map<String, Long> send(URI webhook, int count) {
    HttpClient naver = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(LIMIT)
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofByteArray(body()))
            .build();
    List<CompletableFuture<String>> calls =
        Stream.generate(
                () ->
                    naver
                        .sendAsync(request, BodyHandlers.discarding())
                        .handle(
                            (answer, failure) ->
                                answer == null
                                    ? failure.getClass().getSimpleName()
                                    : Integer.toString(answer.statusCode())))
            .limit(count)
            .toList();
    return calls.stream()
        .map(CompletableFuture::join)
        .collect(Collectors.groupingBy(answer -> answer, TreeMap::new, Collectors.counting()));
  }

  private static byte[] body() {
    String start =
        "{\"event\":\"send\",\"user\":\"al-large-body\",\"textContent\":{\"inputType\":\"typing\",\"text\":\"";
    String end = "\"}}";
    return (start + "a".repeat(LARGEST - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }
}
