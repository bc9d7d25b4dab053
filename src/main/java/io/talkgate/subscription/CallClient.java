package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes a call: to the address that was looked up and found public, so that a second look-up cannot
 * lead elsewhere; without following redirects; and without reading the answer's body.
 */
@Singleton
class CallClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final Vertx vertx;
  private final Targets targets;
  private final Clock clock;
  private final HttpClient client;

  CallClient(Vertx vertx, Targets targets, Clock clock) {
    this.vertx = vertx;
    this.targets = targets;
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(4)
                .setMaxWaitQueueSize(200)
                .setVerifyHost(true));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** The status of the answer; fails if there is none within 15 s. */
  Uni<Integer> call(OutgoingCall call) {
    return Uni.createFrom()
        .completionStage(
            () -> {
              URI url =
                  targets
                      .parse(call.url())
                      .orElseThrow(() -> new IllegalArgumentException("the URL may not be called"));
              return vertx
                  .executeBlocking(() -> targets.resolve(url), false)
                  .compose(address -> client.request(options(call, url, address)))
                  .compose(request -> request.send(call.body()))
                  .map(answer -> answer.statusCode())
                  .toCompletionStage();
            })
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private RequestOptions options(OutgoingCall call, URI url, InetAddress address) {
    boolean tls = "https".equals(url.getScheme());
    int standard = tls ? HTTPS : HTTP;
    int port = url.getPort() < 0 ? standard : url.getPort();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    Instant now = clock.instant();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(tls)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .setTimeout(LIMIT.toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "TalkGate")
        .putHeader("webhook-id", call.eventId().toString())
        .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .putHeader(
            "webhook-signature",
            call.secret().signature(call.eventId().toString(), now, call.body()));
  }
}
