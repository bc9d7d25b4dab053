package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that are too many for memory go to the disk as they come, and lose nothing there. */
@QuarkusTest
class FloodTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  @Inject @AsOwner Pool pool;
  @Inject TalkGateConfig config;
  @Inject BodyBudget budget;
  @Inject BodyFiles files;
  @Inject SpoolLeg spool;

  private Shop shop;
  private String webhook = "";
  private long taken;

  @BeforeEach
  void linkAShop() {
    shop = Shop.open();
    String link = shop.createLink();
    webhook = shop.requestApproval(link);
    shop.approve(link);
  }

  @AfterEach
  void giveBack() {
    budget.give(taken);
    taken = 0;
    assertEquals(0, Eventually.get(budget::used, used -> used == 0));
    assertEquals(0, Eventually.get(files::streams, streams -> streams == 0));
  }

  @Test
  void manyLargeBodiesAtOnceAreAllKept() throws Exception {
    int customers = 12;

    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, customers)
            .mapToObj(n -> answerTo(send("large-" + n, "x".repeat(2_000_000))))
            .toList();

    for (CompletableFuture<Integer> call : calls) {
      assertEquals(200, call.get(60, TimeUnit.SECONDS));
    }
    Eventually.get(
        () -> count("select count(*) from messages where brand_id = $1"), n -> n == customers);
  }

  @Test
  void withoutMemoryABodyGoesToTheDiskAndWhatTheCustomerSendsNextFollowsIt() throws Exception {
    noMemory();
    String text = "y".repeat(300_000);

    assertEquals(200, answerTo(send("june", text)).join());
    assertEquals(200, answerTo(send("june", "after it")).join());

    Eventually.get(() -> count("select count(*) from messages where brand_id = $1"), n -> n == 2);
    assertEquals(
        List.of(text.length(), "after it".length()),
        pool.preparedQuery(
                "select length(content->>'text') from messages where brand_id = $1 order by"
                    + " created_at, id")
            .execute(Tuple.of(UUID.fromString(shop.brandId())))
            .map(
                rows ->
                    Stream.generate(rows.iterator()::next)
                        .limit(rows.size())
                        .map(row -> row.getInteger(0))
                        .toList())
            .await()
            .atMost(LIMIT));
    Eventually.get(spool::pending, pending -> pending == 0);
  }

  @Test
  void aPaymentIsNotApprovedByTheDiskEither() {
    noMemory();
    byte[] body =
        ("{\"event\":\"pay_complete\",\"user\":\"june\",\"x\":\"" + "z".repeat(200_000) + "\"}")
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(409, answerTo(body).join());

    Eventually.get(
        () -> count("select count(*) from events where brand_id = $1 and event = 'pay_complete'"),
        n -> n == 1);
  }

  @Test
  void moreThanTenMebibytesAreRefusedOnTheirWayToTheDiskToo() throws Exception {
    noMemory();

    assertEquals(413, answerTo(new byte[Bodies.LIMIT + 1]).join());

    Eventually.get(this::parts, List::isEmpty);
  }

  @Test
  void aCallerWhoGoesAwayLeavesNothingOnTheDisk() throws Exception {
    noMemory();
    try (Socket socket = open(1_000_000)) {
      socket.getOutputStream().write(new byte[500_000]);
      Eventually.get(this::parts, parts -> !parts.isEmpty());
    }

    Eventually.get(this::parts, List::isEmpty);
    assertEquals(0, count("select count(*) from events where brand_id = $1"));
  }

  @Test
  void whoTricklesIsCutOffAndDelaysNobody() throws Exception {
    try (Socket slow = open(100)) {
      slow.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      slow.getOutputStream().write("half".getBytes(StandardCharsets.UTF_8));

      assertEquals(200, new WebhookCaller(webhook).writes("june", "hello").join());

      assertEquals(-1, slow.getInputStream().read(), "closed without an answer");
    }
    assertEquals(1, count("select count(*) from events where brand_id = $1"));
  }

  @Test
  void hostileJsonIsKeptAsItCame() throws Exception {
    byte[] body =
        ("{\"event\":\"send\",\"user\":\"june\",\"x\":[" + "[],".repeat(1_000_000) + "1]}")
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(200, answerTo(body).join());

    Eventually.get(
        () ->
            count(
                "select count(*) from events where brand_id = $1 and state = 'FAILED' and"
                    + " length(body) > 3000000"),
        n -> n == 1);
  }

  private void noMemory() {
    long all = budget.costOf(Long.MAX_VALUE / 100);
    assertTrue(budget.take(all));
    assertFalse(budget.take(1));
    taken = all;
  }

  private Socket open(int length) throws IOException {
    URI uri = URI.create(webhook);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket
        .getOutputStream()
        .write(
            "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
                .formatted(uri.getPath(), length)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private CompletableFuture<Integer> answerTo(byte[] body) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = open(body.length)) {
            socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            write(socket, body);
            String head =
                new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return Integer.valueOf(head.substring(9));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        run -> new Thread(run).start());
  }

  private static void write(Socket socket, byte[] body) {
    try {
      socket.getOutputStream().write(body);
    } catch (IOException answeredAlready) {
      assertTrue(body.length > Bodies.LIMIT);
    }
  }

  private static byte[] send(String user, String text) {
    return "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}}"
        .formatted(user, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> parts() {
    try (Stream<Path> entries = Files.list(config.dataDir().resolve("spool"))) {
      return entries.filter(file -> file.toString().endsWith(".part")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long count(String sql) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(UUID.fromString(shop.brandId())))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(LIMIT);
  }
}
