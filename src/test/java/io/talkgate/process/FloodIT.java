package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of 10 MiB, far more than the heap holds: all are kept, also through kill -9. */
class FloodIT {
  private static final int BODIES = 50;
  private static final int LENGTH = 10 * 1024 * 1024;

  @TempDir Path dataDir;

  @Test
  void fiftyLargeBodiesAtOnceAreKeptThroughKill9AndDelayNobody() throws Exception {
    Launch launch =
        Launch.demo(dataDir)
            .withOptions(List.of("-Xmx256m"))
            // However slow the machine's disk is.
            .with("TALKGATE_INTAKE_BODY_DEADLINE", "60s");
    RestAssured.port = launch.port();
    try (ServiceProcess first = launch.start()) {
      Shop shop = Shop.open();
      String link = shop.createLink();
      String webhook = shop.requestApproval(link);
      shop.approve(link);
      assertEquals(200, new WebhookCaller(webhook).writes("small", "before").join());

      List<CompletableFuture<Integer>> calls =
          IntStream.range(0, BODIES).mapToObj(n -> answerTo(webhook, n)).toList();
      int small = 0;
      while (calls.stream().anyMatch(call -> !call.isDone())) {
        long began = System.nanoTime();
        assertEquals(200, new WebhookCaller(webhook).writes("small-" + small, "hi").join());
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos(), "NAVER gave up");
        small++;
      }
      for (CompletableFuture<Integer> call : calls) {
        assertEquals(200, call.get(1, TimeUnit.SECONDS));
      }
      System.out.printf("%d small calls meanwhile; memory %s%n", small, first.memory());
      try (Socket half = open(webhook)) {
        half.getOutputStream().write(body(BODIES), 0, LENGTH / 2);
        first.kill();
      }
      // Here, because closing the first would kill the database server that it has left.
      try (ServiceProcess second = launch.start()) {
        Eventually.get(() -> waiting(dataDir), files -> files == 0, Duration.ofMinutes(2));
        assertEquals(BODIES, largeMessages(second));
        System.out.printf("after the next start: memory %s%n", second.memory());
      }
    }
  }

  private static CompletableFuture<Integer> answerTo(String webhook, int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = open(webhook)) {
            socket.getOutputStream().write(body(number));
            byte[] head = socket.getInputStream().readNBytes(12);
            return Integer.valueOf(new String(head, StandardCharsets.US_ASCII).substring(9));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        run -> new Thread(run).start());
  }

  private static Socket open(String webhook) throws IOException {
    URI uri = URI.create(webhook);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
    String head = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
    socket
        .getOutputStream()
        .write(head.formatted(uri.getPath(), LENGTH).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static byte[] body(int number) {
    String begin =
        "{\"event\":\"send\",\"user\":\"large-%d\",\"textContent\":{\"text\":\"".formatted(number);
    String end = "\"}}";
    String text = "x".repeat(LENGTH - begin.length() - end.length());
    return (begin + text + end).getBytes(StandardCharsets.US_ASCII);
  }

  private static long waiting(Path dataDir) {
    try (Stream<Path> files = Files.list(dataDir.resolve("spool"))) {
      return files.filter(file -> file.toString().matches(".*\\.(spool|part)")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asked of the database: the API would answer with all 500 MiB. */
  private static long largeMessages(ServiceProcess service) throws SQLException {
    String url = "jdbc:postgresql://localhost:%d/talkgate".formatted(service.databasePort());
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(distinct c.talktalk_user) from messages m join customers c on c.id ="
                    + " m.customer_id where length(m.content->>'text') > 10000000")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
