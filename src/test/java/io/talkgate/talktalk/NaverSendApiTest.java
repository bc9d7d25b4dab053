package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.talkgate.talktalk.OutgoingEvent.Typing;
import io.talkgate.talktalk.SendOutcome.Accepted;
import io.talkgate.talktalk.SendOutcome.KeyRefused;
import io.talkgate.talktalk.SendOutcome.NotReached;
import io.talkgate.talktalk.SendOutcome.Unclear;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client against a real server. It runs inside Quarkus only because the typed REST client's
 * code is made by Quarkus's build; it uses neither database nor configuration.
 */
@QuarkusTest
class NaverSendApiTest {
  private static final SendApiKey KEY = new SendApiKey("ct_wc8b1i_secret");
  private static final OutgoingEvent EVENT = new Typing("al-2eGuGr5WQOnco1_V-FQ", true);
  private static final String ACCEPTED =
      "{\"success\":true,\"resultCode\":\"00\",\"resultMessage\":\"success\"}";
  private static final Duration TIMEOUT = Duration.ofMillis(700);

  private NaverStandIn naver;
  private NaverSendApi api;

  @BeforeEach
  void start() {
    naver = new NaverStandIn();
    api = new NaverSendApi(naver::url, Duration.ofMillis(500), TIMEOUT);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void aCallLooksAsTheProtocolShowsIt() {
    naver.answers(ACCEPTED);

    assertEquals(new Accepted(), call());
    assertEquals(
        List.of(
            new NaverStandIn.Call(
                "POST",
                "/chatbot/v1/event",
                "application/json;charset=UTF-8",
                KEY.value(),
                new String(WireCodec.encode(EVENT), java.nio.charset.StandardCharsets.UTF_8))),
        naver.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=UTF-8",
        "text/plain",
        "text/html",
        "x/y",
        "text/event-stream"
      })
  void theAnswersBytesCountNotItsContentType(String contentType) {
    naver.answers(
        r ->
            r.putHeader("Content-Type", contentType)
                .end("{\"success\":false,\"resultCode\":\"01\",\"resultMessage\":\"no\"}"));

    SendOutcome expected =
        contentType.equals("text/event-stream")
            ? new Unclear("empty answer")
            : new KeyRefused("01", "no");
    assertEquals(expected, call());
  }

  @Test
  void anAnswerWithoutContentTypeInManyChunksIsReadWhole() {
    naver.answers(
        r -> {
          r.setChunked(true);
          ACCEPTED.chars().forEach(c -> r.write(Character.toString(c)));
          r.end();
        });

    assertEquals(new Accepted(), call());
  }

  @Test
  void statusOtherThan200IsUnclear() {
    for (int status : new int[] {201, 204, 400, 401, 403, 404, 500, 502, 503, 504}) {
      naver.answers(r -> r.setStatusCode(status).end(ACCEPTED));

      assertEquals(new Unclear("HTTP status " + status), call());
    }
  }

  @Test
  void status429IsNotReached() {
    naver.answers(r -> r.setStatusCode(429).end());

    assertEquals(new NotReached("HTTP status 429"), call());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsUnclearAndNotFollowed(int status) {
    naver.answers(
        r -> r.setStatusCode(status).putHeader("Location", naver.url() + "/elsewhere").end());

    assertEquals(new Unclear("HTTP status " + status), call());
    assertEquals(1, naver.calls().size());
  }

  @Test
  void nothingAtTheUrlIsNotReached() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    api = new NaverSendApi(() -> nobody, Duration.ofMillis(500), TIMEOUT);

    assertEquals(new NotReached("could not connect"), call());
  }

  @Test
  void anUnknownHostIsNotReached() {
    api =
        new NaverSendApi(
            () -> URI.create("http://naver.invalid"),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    assertEquals(new NotReached("host name not found"), call());
  }

  @Test
  void aServerWithoutTlsIsNotReached() {
    URI tls = URI.create(naver.url().toString().replace("http:", "https:"));
    api = new NaverSendApi(() -> tls, Duration.ofMillis(500), TIMEOUT);

    assertInstanceOf(NotReached.class, call());
    assertEquals(List.of(), naver.calls());
  }

  @Test
  void noAnswerInTimeIsUnclear() {
    naver.answers(r -> {});

    assertInstanceOf(Unclear.class, call());
  }

  @Test
  void anAnswerThatNeverEndsIsUnclearInTime() {
    naver.answers(
        r -> {
          r.setChunked(true);
          long timer = naver.vertx().setPeriodic(50, t -> r.write(" "));
          r.closeHandler(v -> naver.vertx().cancelTimer(timer));
        });

    assertEquals(new Unclear("no answer in time"), call());
  }

  @Test
  void aConnectionLostAfterWritingIsUnclear() {
    naver.answers(r -> r.reset());

    assertInstanceOf(Unclear.class, call());
    assertEquals(1, naver.calls().size());
  }

  @Test
  void halfAnAnswerIsUnclearEvenWhereTheHalfSaysYes() {
    naver.answers(
        r ->
            r.putHeader("Content-Length", "" + (ACCEPTED.length() + 10))
                .write(ACCEPTED)
                .onComplete(v -> r.reset()));

    assertInstanceOf(Unclear.class, call());
  }

  @Test
  void anAnswerBeyondTheBoundIsUnclear() {
    naver.answers(r -> r.end(Buffer.buffer(new byte[AnswerBody.MAX_BYTES + 1])));
    assertEquals(new Unclear("answer too large"), call());

    String atTheBound = ACCEPTED + " ".repeat(AnswerBody.MAX_BYTES - ACCEPTED.length());
    naver.answers(atTheBound);
    assertEquals(new Accepted(), call());
  }

  @Test
  void refusalsDoNotUseUpTheConnections() {
    naver.answers(r -> r.setStatusCode(500).end("x".repeat(100_000)));
    for (int i = 0; i < SendApiClients.MAX_CONNECTIONS + 10; i++) {
      assertEquals(new Unclear("HTTP status 500"), call());
    }

    naver.answers(ACCEPTED);
    assertEquals(new Accepted(), call());
  }

  @Test
  void moreCallsAtOnceThanConnectionsAreTurnedAwayNotQueued() {
    naver.answers(r -> {});
    int tooMany = 5;

    List<SendOutcome> outcomes =
        Uni.join()
            .all(
                IntStream.range(0, SendApiClients.MAX_CONNECTIONS + tooMany)
                    .mapToObj(i -> api.call(KEY, EVENT))
                    .toList())
            .andFailFast()
            .await()
            .atMost(Duration.ofSeconds(30));

    long turnedAway = outcomes.stream().filter(NotReached.class::isInstance).count();
    assertEquals(tooMany, turnedAway);
    assertTrue(naver.calls().size() <= SendApiClients.MAX_CONNECTIONS);
  }

  private SendOutcome call() {
    return api.call(KEY, EVENT).await().atMost(Duration.ofSeconds(30));
  }
}
