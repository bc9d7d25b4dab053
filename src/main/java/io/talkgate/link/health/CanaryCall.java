package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** One call as NAVER makes it, and what there is to say of it. */
final class CanaryCall {
  /** NAVER waits that long for an answer (protocol §2). */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final int OK = 200;

  private final HttpClient client;
  private final Duration slow;

  CanaryCall(HttpClient client, Duration slow) {
    this.client = client;
    this.slow = slow;
  }

  /**
   * What was found.
   *
   * @param cause why it is no success; null if it is one
   * @param certificateEnds the first end of the certificates shown; null without TLS
   */
  record Found(@Nullable String cause, @Nullable Instant certificateEnds) {}

  Uni<Found> to(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(ANSWER)
            .header("Content-Type", "application/json;charset=UTF-8")
            .header("User-Agent", "TalkGate-Canary")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    return Uni.createFrom()
        .deferred(
            () -> {
              long began = System.nanoTime();
              return Uni.createFrom()
                  .completionStage(() -> client.sendAsync(request, BodyHandlers.discarding()))
                  .map(answer -> found(answer, Duration.ofNanos(System.nanoTime() - began)));
            })
        .onFailure()
        .recoverWithItem(failure -> new Found(cause(failure), null));
  }

  private Found found(HttpResponse<Void> answer, Duration took) {
    @Nullable Instant ends = answer.sslSession().map(CanaryCall::end).orElse(null);
    if (answer.statusCode() != OK) {
      return new Found("STATUS_" + answer.statusCode(), ends);
    }
    return new Found(took.compareTo(slow) > 0 ? "SLOW" : null, ends);
  }

  private static @Nullable Instant end(SSLSession session) {
    try {
      return Stream.of(session.getPeerCertificates())
          .filter(X509Certificate.class::isInstance)
          .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
          .min(Instant::compareTo)
          .orElse(null);
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  private static String cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return "CERTIFICATE";
      }
      if (cause instanceof UnresolvedAddressException) {
        return "UNKNOWN_HOST";
      }
      if (cause instanceof HttpTimeoutException) {
        return "TIMEOUT";
      }
    }
    return failure instanceof ConnectException ? "CONNECT_FAILED" : "CONNECTION_LOST";
  }
}
