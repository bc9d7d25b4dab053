package io.talkgate.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Calls a webhook as NAVER does, any number of customers at once. */
public final class WebhookCaller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI webhook;

  /** For one link's webhook URL. */
  public WebhookCaller(String webhook) {
    this.webhook = URI.create(webhook);
  }

  /** A customer writes a text without quotes; the answer is the call's status. */
  public CompletableFuture<Integer> writes(String user, String text) {
    String body =
        "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}}"
            .formatted(user, text);
    return sends(body);
  }

  /** NAVER sends an event; the answer is the call's status. */
  public CompletableFuture<Integer> sends(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.sendAsync(request, BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode());
  }

  /**
   * A customer writes {@link #texts} one after another, each after the one before was answered 200.
   */
  public CompletableFuture<Void> writesOneAfterAnother(String user, int messages) {
    return writesOneAfterAnother(user, 0, messages);
  }

  /** The same for the texts from a number on. */
  public CompletableFuture<Void> writesOneAfterAnother(String user, int from, int messages) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (String text : texts(from + messages).subList(from, from + messages)) {
      done =
          done.thenCompose(before -> writes(user, text))
              .thenAccept(status -> assertEquals(200, status));
    }
    return done;
  }

  /** The first texts a customer writes. */
  public static List<String> texts(int messages) {
    return IntStream.range(0, messages).mapToObj(number -> "message " + number).toList();
  }
}
