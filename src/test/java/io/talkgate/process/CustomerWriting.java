package io.talkgate.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** NAVER sending one customer's messages to the webhook, each once the one before is answered. */
final class CustomerWriting implements Runnable {
  private final String webhook;
  private final String user;
  private final int most;
  private final List<String> kept = new CopyOnWriteArrayList<>();

  /** Writes until the service is gone, but at most so many messages. */
  CustomerWriting(String webhook, String user, int most) {
    this.webhook = webhook;
    this.user = user;
    this.most = most;
  }

  String user() {
    return user;
  }

  /** The texts that were answered 200, in order. */
  List<String> kept() {
    return List.copyOf(kept);
  }

  @Override
  public void run() {
    HttpClient naver = HttpClient.newHttpClient();
    try {
      for (int number = 0; number < most && isKept(naver, text(number)); number++) {
        kept.add(text(number));
      }
    } catch (IOException serviceGone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isKept(HttpClient naver, String text) throws IOException, InterruptedException {
    String event = "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"%s\"}}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofString(event.formatted(user, text)))
            .build();
    return naver.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private static String text(int number) {
    return "message " + number;
  }
}
