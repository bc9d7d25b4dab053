package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.talkgate.talktalk.OutgoingEvent.Typing;
import io.talkgate.talktalk.SendOutcome.Accepted;
import io.talkgate.talktalk.SendOutcome.NotReached;
import io.talkgate.talktalk.SendOutcome.Unclear;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does when the other side gives too much, or never ends. */
@QuarkusTest
class NaverSendApiBoundsTest {
  private static final SendApiKey KEY = new SendApiKey("ct_wc8b1i_secret");
  private static final OutgoingEvent EVENT = new Typing("al-2eGuGr5WQOnco1_V-FQ", true);
  private static final String ACCEPTED =
      "{\"success\":true,\"resultCode\":\"00\",\"resultMessage\":\"success\"}";

  /** Long, so that a busy machine does not look like a slow NAVER. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  /** For the tests in which the time runs out. */
  private static final Duration SHORT = Duration.ofMillis(700);

  private NaverStandIn naver;
  private NaverSendApi api;

  @BeforeEach
  void start() {
    naver = new NaverStandIn();
    api = api(naver.url(), PATIENT);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 429, 302, 201})
  void anEndlessBodyOfAnotherStatusCostsNeitherTimeNorConnections(int status) {
    naver.answers(r -> r.setStatusCode(status).setChunked(true).write("x"));
    SendOutcome expected = CallFailures.outcome(new UnexpectedStatusException(status));
    for (int i = 0; i < SendApiClients.MAX_CONNECTIONS + 1; i++) {
      assertEquals(expected, call());
    }

    naver.answers(ACCEPTED);
    assertEquals(new Accepted(), call());
  }

  @Test
  void moreCallsAtOnceThanConnectionsAreTurnedAwayNotQueued() throws InterruptedException {
    int tooMany = 5;
    CountDownLatch turnedAway = new CountDownLatch(tooMany);
    Promise<Void> release = Promise.promise();
    naver.answers(r -> release.future().onSuccess(v -> r.end(ACCEPTED)));

    List<CompletableFuture<SendOutcome>> outcomes =
        IntStream.range(0, SendApiClients.MAX_CONNECTIONS + tooMany)
            .mapToObj(i -> watched(turnedAway))
            .toList();
    assertTrue(turnedAway.await(PATIENT.toSeconds(), TimeUnit.SECONDS));
    release.complete();

    long accepted = outcomes.stream().filter(o -> o.join() instanceof Accepted).count();
    assertEquals(SendApiClients.MAX_CONNECTIONS, accepted);
    assertEquals(SendApiClients.MAX_CONNECTIONS, naver.calls().size());
  }

  @Test
  void manyCallsAtOnceShareConnectionsAndDisturbNobody() {
    Set<Object> connections = ConcurrentHashMap.newKeySet();
    naver.answers(
        r ->
            naver
                .vertx()
                .setTimer(ThreadLocalRandom.current().nextInt(1, 9), t -> r.end(ACCEPTED)));
    naver.connections(connections::add);

    List<SendOutcome> outcomes =
        Multi.createFrom()
            .range(0, 2_000)
            .onItem()
            .transformToUni(i -> api.call(KEY, EVENT))
            .merge(32)
            .collect()
            .asList()
            .await()
            .atMost(PATIENT);

    assertEquals(2_000, outcomes.stream().filter(Accepted.class::isInstance).count());
    assertTrue(connections.size() <= 64, () -> connections.size() + " connections");
  }

  @Test
  void anAnswerThatNeverEndsIsUnclearInTimeAndItsConnectionIsGivenUp() throws Exception {
    api = api(naver.url(), SHORT);
    CountDownLatch closed = new CountDownLatch(1);
    naver.answers(
        r -> {
          r.setChunked(true);
          long timer = naver.vertx().setPeriodic(50, t -> r.write(" "));
          r.closeHandler(
              v -> {
                naver.vertx().cancelTimer(timer);
                closed.countDown();
              });
        });

    assertEquals(new Unclear("no answer in time"), call());
    assertTrue(closed.await(PATIENT.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void anAnswerBeyondTheBoundIsUnclear() {
    naver.answers(r -> r.end(Buffer.buffer(new byte[AnswerBounds.MAX_BYTES + 1])));
    assertEquals(new Unclear("answer too large"), call());

    String atTheBound = ACCEPTED + " ".repeat(AnswerBounds.MAX_BYTES - ACCEPTED.length());
    naver.answers(atTheBound);
    assertEquals(new Accepted(), call());
  }

  private CompletableFuture<SendOutcome> watched(CountDownLatch turnedAway) {
    return api.call(KEY, EVENT)
        .invoke(
            outcome -> {
              if (outcome.equals(new NotReached("too many calls under way"))) {
                turnedAway.countDown();
              }
            })
        .subscribeAsCompletionStage();
  }

  private static NaverSendApi api(URI url, Duration timeout) {
    return new NaverSendApi(() -> url, PATIENT, timeout);
  }

  private SendOutcome call() {
    return api.call(KEY, EVENT).await().atMost(PATIENT.multipliedBy(2));
  }
}
