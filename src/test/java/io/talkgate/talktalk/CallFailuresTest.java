package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.talkgate.talktalk.SendOutcome.NotReached;
import io.talkgate.talktalk.SendOutcome.Unclear;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallFailuresTest {

  static List<Arguments> table() {
    return List.of(
        Arguments.of(new ConnectException("secret"), new NotReached("could not connect")),
        Arguments.of(new NoRouteToHostException("secret"), new NotReached("could not connect")),
        Arguments.of(new UnknownHostException("secret"), new NotReached("host name not found")),
        Arguments.of(new SSLHandshakeException("secret"), new NotReached("TLS handshake failed")),
        Arguments.of(
            new ConnectionPoolTooBusyException("secret"),
            new NotReached("too many calls under way")),
        Arguments.of(new UnexpectedStatusException(429), new NotReached("HTTP status 429")),
        Arguments.of(new UnexpectedStatusException(500), new Unclear("HTTP status 500")),
        Arguments.of(new UnexpectedStatusException(302), new Unclear("HTTP status 302")),
        Arguments.of(new UnexpectedStatusException(204), new Unclear("HTTP status 204")),
        Arguments.of(new AnswerTooLargeException(), new Unclear("answer too large")),
        Arguments.of(new TimeoutException("secret"), new Unclear("no answer in time")),
        Arguments.of(new io.smallrye.mutiny.TimeoutException(), new Unclear("no answer in time")),
        Arguments.of(
            new HttpClosedException("secret"), new Unclear("connection lost: HttpClosedException")),
        Arguments.of(new IOException("secret"), new Unclear("connection lost: IOException")));
  }

  @ParameterizedTest
  @MethodSource("table")
  void onlyWhatFailedBeforeTheFirstByteIsNotReached(Throwable failure, SendOutcome outcome) {
    assertEquals(outcome, CallFailures.outcome(failure));
    assertFalse(CallFailures.outcome(failure).toString().contains("secret"));
  }

  @Test
  void theReasonIsFoundBehindWrappers() {
    Throwable wrapped = new CompletionException(new IOException(new ConnectException("x")));

    assertEquals(new NotReached("could not connect"), CallFailures.outcome(wrapped));
  }

  @Test
  void aCircleOfCausesEnds() {
    IOException outer = new IOException("outer");
    IOException inner = new IOException("inner", outer);
    outer.initCause(inner);

    assertEquals(new Unclear("connection lost: IOException"), CallFailures.outcome(outer));
  }
}
