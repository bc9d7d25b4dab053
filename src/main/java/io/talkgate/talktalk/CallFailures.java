package io.talkgate.talktalk;

import io.talkgate.talktalk.SendOutcome.NotReached;
import io.talkgate.talktalk.SendOutcome.Unclear;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a failed call means. Only failures that come before the first byte was written count
 * as not reached; with everything else NAVER may have processed it. Messages of exceptions are left
 * out: they are not ours to promise anything about.
 */
final class CallFailures {
  private static final int TOO_MANY_REQUESTS = 429;

  private CallFailures() {}

  static SendOutcome outcome(Throwable failure) {
    int depth = 0;
    for (@Nullable Throwable t = failure; t != null && depth < 10; t = t.getCause(), depth++) {
      SendOutcome known = known(t);
      if (known != null) {
        return known;
      }
    }
    return new Unclear(Unclear.LOST + ": " + failure.getClass().getSimpleName());
  }

  private static @Nullable SendOutcome known(Throwable t) {
    if (t instanceof UnexpectedStatusException unexpected) {
      return status(unexpected.status());
    }
    if (t instanceof AnswerTooLargeException) {
      return new Unclear("answer too large");
    }
    if (t instanceof TimeoutException || t instanceof io.smallrye.mutiny.TimeoutException) {
      return new Unclear(Unclear.SILENCE);
    }
    return notReached(t);
  }

  private static @Nullable SendOutcome notReached(Throwable t) {
    if (t instanceof UnknownHostException) {
      return new NotReached("host name not found");
    }
    if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
      return new NotReached("could not connect");
    }
    if (t instanceof SSLHandshakeException) {
      return new NotReached("TLS handshake failed");
    }
    return t instanceof ConnectionPoolTooBusyException
        ? new NotReached("too many calls under way")
        : null;
  }

  private static SendOutcome status(int status) {
    return status == TOO_MANY_REQUESTS
        ? new NotReached(NotReached.LIMITED)
        : new Unclear("HTTP status " + status);
  }
}
