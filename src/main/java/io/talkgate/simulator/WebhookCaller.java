package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One call of a webhook with NAVER's patience (protocol §2). Never repeats, follows no redirect.
 */
final class WebhookCaller {
  private static final int MAX_ANSWER = 64 * 1024;
  private static final int MAX_CONNECTIONS = 1_000;
  private static final int MAX_WAITING = 100_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final long answerMillis;

  WebhookCaller(Vertx vertx, SimulatorSettings settings) {
    this.vertx = vertx;
    answerMillis = settings.answerTimeout().toMillis();
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxWaitQueueSize(MAX_WAITING)
                .setKeepAliveTimeout(10),
            new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
  }

  Future<WebhookAttempt> call(String url, Buffer body, String contentType) {
    long start = System.nanoTime();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .putHeader("Content-Type", contentType)
            .putHeader("Accept", "application/json");
    return client
        .request(options)
        .compose(request -> answer(request, body))
        .map(answer -> new WebhookAttempt(answer.status, since(start), null, answer.body))
        .otherwise(e -> new WebhookAttempt(0, since(start), nameOf(e), Buffer.buffer()));
  }

  Future<Void> close() {
    return client.close();
  }

  private Future<Answer> answer(HttpClientRequest request, Buffer body) {
    Promise<Answer> promise = Promise.promise();
    long timer =
        vertx.setTimer(
            answerMillis,
            id -> {
              promise.tryFail(new TimeoutException());
              request.reset();
            });
    request.send(body).onSuccess(response -> read(response, promise)).onFailure(promise::tryFail);
    return promise.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private static void read(HttpClientResponse response, Promise<Answer> promise) {
    Buffer body = Buffer.buffer();
    response
        .handler(
            part -> body.appendBuffer(part, 0, Math.min(part.length(), MAX_ANSWER - body.length())))
        .exceptionHandler(promise::tryFail)
        .endHandler(end -> promise.tryComplete(new Answer(response.statusCode(), body)));
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static String nameOf(Throwable e) {
    if (e instanceof TimeoutException) {
      return "READ_TIMEOUT";
    }
    if (e instanceof UnknownHostException) {
      return "UNKNOWN_HOST";
    }
    if (e instanceof SSLException) {
      return "CERTIFICATE";
    }
    return e instanceof java.net.ConnectException ? "CONNECT_FAILED" : "CONNECTION_LOST";
  }

  private record Answer(int status, Buffer body) {}
}
