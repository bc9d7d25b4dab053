package io.talkgate.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The numbers of the console, printed as the README's table: {@code ./mvnw -Pbrowser verify
 * -Dbrowser.figures}. 100,000 consultations with 2 million messages are stored before. Alone on the
 * machine they hold; a line that does not fails.
 */
@ExtendWith(BrowserStage.Shared.class)
@EnabledIfSystemProperty(named = "browser.figures", matches = "true")
class FiguresInBrowser {
  private static final int CALLS = 200;
  private static final int EVENTS = 100;
  private static final int LOADS = 10;
  private static final long SERVER_MILLIS = 100;
  private static final long PAGE_MILLIS = 1_000;
  private static final long SCREEN_MILLIS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BrowserStage stage;
  private final Shop shop;
  private final List<String> misses = new ArrayList<>();

  FiguresInBrowser(BrowserStage stage) {
    this.stage = stage;
    this.shop = Shop.open();
  }

  @Test
  void theConsoleIsFast() throws SQLException {
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    ManyMessages.store(stage.databasePort(), shop.brandId(), link);
    System.out.println(
        "| 100,000 consultations, 2 million messages | wanted | p50 | p95 |\n|---|---|---|---|");
    print(
        "`GET /consultations`, 50 of one state",
        SERVER_MILLIS,
        calls(
            List.of(
                "/consultations?status=WAITING",
                "/consultations?status=CLOSED",
                "/consultations?status=IN_PROGRESS&assignee=none")));
    print("`GET /consultations`, the next 50, 20 pages deep", SERVER_MILLIS, pages());
    print("`GET /customers/{id}/messages`, the newest 50", SERVER_MILLIS, calls(transcripts()));
    print("`GET /overview`", SERVER_MILLIS, calls(List.of("/overview")));
    try (Desk agent = stage.desk("ko-KR").signIn(shop, "agent").live()) {
      print("first page of the list in the browser", PAGE_MILLIS, loads(agent));
      print("webhook to the agent's screen", SCREEN_MILLIS, screens(agent, webhook));
    }
    assertTrue(misses.isEmpty(), misses::toString);
  }

  private long[] calls(List<String> paths) {
    paths.forEach(this::ask);
    long[] nanos = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      ask(paths.get(i % paths.size()));
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  private long[] pages() {
    String path = "/consultations?status=CLOSED";
    String cursor = "";
    for (int page = 0; page < 20; page++) {
      cursor = "&cursor=" + new JsonPath(ask(path + cursor)).getString("nextCursor");
    }
    long[] nanos = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      ask(path + cursor);
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  private List<String> transcripts() {
    List<String> ids =
        new JsonPath(ask("/consultations?status=CLOSED&limit=200")).getList("items.customer.id");
    return ids.stream().map(id -> "/customers/" + id + "/messages?order=desc&limit=50").toList();
  }

  private String ask(String path) {
    String login = shop.username("agent") + ":" + Shop.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.base() + "/api/v1" + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertTrue(answer.statusCode() == 200, answer::body);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long[] loads(Desk agent) {
    long[] nanos = new long[LOADS];
    for (int i = 0; i < LOADS; i++) {
      agent.open("consultations?status=CLOSED").await("#list a");
      Object millis = agent.page().evaluate("() => performance.now()");
      nanos[i] = (long) (((Number) millis).doubleValue() * 1e6);
    }
    return nanos;
  }

  /** Both clocks are the machine's: the call's beginning here, the words' appearing there. */
  private static long[] screens(Desk agent, String webhook) {
    WebhookCaller naver = new WebhookCaller(webhook);
    naver.writes("watched", "begin").join();
    agent.open("consultations").live();
    agent.await("#list a:has-text('begin')").click();
    agent.await("#messages .message");
    agent
        .page()
        .evaluate(
            """
        () => {
          window.seen = {};
          new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((line) => {
            const text = line.querySelector?.('.bubble')?.textContent;
            if (text) window.seen[text] ??= Date.now();
          }))).observe(document.querySelector('#messages'), { childList: true });
        }
        """);
    long[] nanos = new long[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      String text = "event " + i;
      long start = System.currentTimeMillis();
      naver.writes("watched", text).join();
      agent
          .page()
          .waitForFunction(
              "(text) => window.seen[text]",
              text,
              new Page.WaitForFunctionOptions().setPollingInterval(10));
      Object at = agent.page().evaluate("(text) => window.seen[text]", text);
      nanos[i] = (((Number) at).longValue() - start) * 1_000_000;
    }
    return nanos;
  }

  private void print(String what, long wantedMillis, long[] nanos) {
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2] / 1e6;
    double late = nanos[(int) Math.ceil(nanos.length * 0.95) - 1] / 1e6;
    System.out.printf("| %s | %d ms | %.1f ms | %.1f ms |%n", what, wantedMillis, median, late);
    if (late >= wantedMillis) {
      misses.add(what);
    }
  }
}
