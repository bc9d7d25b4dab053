package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Fetches an image as NAVER does: 10 s, 20 MB, JPG, JPEG, PNG or GIF, ports 80 and 443 (protocol
 * §3).
 */
final class ImageDownload {
  static final long MAX_BYTES = 20L * 1024 * 1024;

  /** Over about this the customer gets the bare URL as text [203]. */
  static final long MAX_SHOWN_BYTES = 10L * 1024 * 1024;

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Vertx vertx;
  private final HttpClient client;
  private final long limitMillis;

  ImageDownload(Vertx vertx, SimulatorSettings settings) {
    this.vertx = vertx;
    limitMillis = settings.imageTimeout().toMillis();
    client = vertx.createHttpClient();
  }

  /**
   * @param bytes how large the image is, if {@code answer} accepts it
   */
  record Result(SendAnswer answer, long bytes) {}

  Future<Result> fetch(String url) {
    if (!reachable(url)) {
      return Future.succeededFuture(new Result(SendAnswer.imageFailed(), 0));
    }
    Promise<Result> promise = Promise.promise();
    long timer = vertx.setTimer(limitMillis, id -> finish(promise, SendAnswer.imageTooSlow(), 0));
    client
        .request(new RequestOptions().setAbsoluteURI(url).setFollowRedirects(true))
        .compose(request -> send(request, promise))
        .onSuccess(response -> read(response, promise))
        .onFailure(e -> finish(promise, SendAnswer.imageFailed(), 0));
    return promise.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  Future<Void> close() {
    return client.close();
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest request, Promise<Result> promise) {
    promise.future().onComplete(done -> request.reset());
    return request.send();
  }

  private static void read(HttpClientResponse response, Promise<Result> promise) {
    response.exceptionHandler(e -> finish(promise, SendAnswer.imageFailed(), 0));
    if (response.statusCode() != 200) {
      finish(promise, SendAnswer.imageFailed(), 0);
      return;
    }
    Buffer head = Buffer.buffer();
    long[] bytes = {0};
    response.handler(
        part -> {
          int wanted = Math.max(0, ImageFormat.BYTES_NEEDED - head.length());
          head.appendBuffer(part, 0, Math.min(part.length(), wanted));
          bytes[0] += part.length();
          if (bytes[0] > MAX_BYTES) {
            finish(promise, SendAnswer.imageTooLarge(), bytes[0]);
          }
        });
    response.endHandler(end -> finish(promise, judged(response, head), bytes[0]));
  }

  private static SendAnswer judged(HttpClientResponse response, Buffer head) {
    String type = response.getHeader("Content-Type");
    return type != null && ImageFormat.accepts(type, head)
        ? SendAnswer.accepted()
        : SendAnswer.imageFormat();
  }

  private static void finish(Promise<Result> promise, SendAnswer answer, long bytes) {
    promise.tryComplete(new Result(answer, bytes));
  }

  /** Only ports 80 and 443 [76]; on this machine, where NAVER could not come, any. */
  private static boolean reachable(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean port = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
      return http && uri.getHost() != null && (port || LOCAL.contains(uri.getHost()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
