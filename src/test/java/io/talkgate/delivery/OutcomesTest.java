package io.talkgate.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of design §5 from outside: NAVER answers this, the agent sees that. */
@QuarkusTest
class OutcomesTest {
  private static final String HOLD = "현재 이 사용자에게 메시지를 보낼 수 없음";

  @Inject DeliveryClock clock;
  private Conversation talk;

  @BeforeEach
  void aCustomerHasWritten() {
    talk = Conversation.begin();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          02     | 필수값 누락          | NAVER cannot read the message, or something required is missing in it. (필수값 누락)
          99     | 잘못된 user 값 : x  | NAVER does not know this customer. (잘못된 user 값 : x)
          IMG-01 | 포맷 불일치          | NAVER cannot read the picture. JPG, PNG and GIF are possible. (포맷 불일치)
          IMG-03 | 크기 초과            | The picture is larger than 20 MB. (크기 초과)
          """)
  void whatNaverRefusesForGoodFailsAtOnceWithItsWords(String code, String words, String reason) {
    talk.faults(Map.of("resultCode", code, "resultMessage", words));

    String message = talk.reply("answer");

    talk.becomes(message, "FAILED");
    assertEquals(reason, talk.delivery(message, "en").getString("reason"));
    assertEquals(code, talk.delivery(message, "en").getString("resultCode"));
    assertTrue(talk.delivery(message, "ko").getString("reason").matches(".*[가-힣].*"));
    assertEquals(List.of("answer"), talk.texts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          99     | 알 수 없는 오류      | NAVER answered with an error of its own. It may pass, or lie with the TalkTalk account. (알 수 없는 오류)
          IMG-02 | 다운로드 시간 초과   | NAVER could not download the picture within 10 seconds. (다운로드 시간 초과)
          IMG-99 | 기타                 | NAVER could not process the picture. (기타)
          04     | words                | NAVER answered with a code that its documentation does not name. (words)
          77     | words                | NAVER answered with a code that its documentation does not name. (words)
          01     | 현재 이 사용자에게 메시지를 보낼 수 없음 | The customer is answering a request for consent; NAVER takes no messages until then. (현재 이 사용자에게 메시지를 보낼 수 없음)
          04     | 현재 이 사용자에게 메시지를 보낼 수 없음 | The customer is answering a request for consent; NAVER takes no messages until then. (현재 이 사용자에게 메시지를 보낼 수 없음)
          """)
  void whatMayPassIsToldWhileItIsTriedAgain(String code, String words, String reason) {
    talk.faults(Map.of("resultCode", code, "resultMessage", words));

    String message = talk.reply("answer");

    assertEquals(1, attemptsOnce(message, "QUEUED"));
    assertEquals(reason, talk.delivery(message, "en").getString("reason"));
    assertEquals(code, talk.delivery(message, "en").getString("resultCode"));
    assertTrue(talk.delivery(message, "ko").getString("reason").matches(".*[가-힣].*"));
  }

  @Test
  void anErrorOfNaverIsTriedAgainThreeTimes() {
    talk.faults(Map.of("resultCode", "99", "resultMessage", "알 수 없는 오류"));
    String message = talk.reply("answer");
    for (int seconds : new int[] {2, 10, 30}) {
      int before = attemptsOnce(message, "QUEUED");
      clock.advance(Duration.ofSeconds(seconds));
      Eventually.get(() -> attempts(message), attempts -> attempts > before);
    }

    talk.becomes(message, "FAILED");

    assertEquals(4, attempts(message));
    assertEquals("99", talk.delivery(message, "en").getString("resultCode"));
    assertEquals(4, talk.texts().size());
  }

  @Test
  void aConsentIsWaitedOutAndBlamesNobody() {
    talk.faults(Map.of("resultCode", "01", "resultMessage", HOLD, "times", 2));
    String message = talk.reply("answer");

    for (int attempt = 1; attempt <= 2; attempt++) {
      assertEquals(attempt, attemptsOnce(message, "QUEUED"));
      assertTrue(talk.delivery(message, "en").getString("reason").startsWith("The customer is"));
      clock.advance(Duration.ofSeconds(20));
      int next = attempt + 1;
      Eventually.get(() -> attempts(message), attempts -> attempts == next);
    }

    talk.becomes(message, "CONFIRMED");
    assertEquals(List.of("send", "send", "send"), names());
    talk.shop
        .as("agent")
        .get("/api/v1/consultations/{id}/messages", talk.id)
        .then()
        .body("items[1].delivery.reason", nullValue());
  }

  @Test
  void aMessageForSomebodyElsesCustomerFailsAndTheKeyStaysGood() {
    talk.faults(Map.of("resultCode", "01", "resultMessage", "권한없는 파트너", "times", 1));

    String message = talk.reply("answer");

    talk.becomes(message, "FAILED");
    assertEquals("01", talk.delivery(message, "en").getString("resultCode"));
    assertEquals(List.of("send", "action"), names());
    String next = talk.reply("next");
    talk.becomes(next, "CONFIRMED");
  }

  @Test
  void aRejectedKeyStopsItsLinkAloneUntilThereIsANewOne() {
    Conversation other = Conversation.begin();
    talk.faults(Map.of("resultCode", "01", "resultMessage", "Authorization 정보 오류"));
    String first = talk.reply("first");
    Eventually.get(
        () -> talk.delivery(first, "en").getString("reason"),
        reason -> reason != null && reason.startsWith("NAVER refuses the send-API key."));
    String second = talk.reply("second");
    String elsewhere = other.reply("elsewhere");
    other.becomes(elsewhere, "CONFIRMED");
    assertEquals("QUEUED", talk.status(first));
    assertEquals("QUEUED", talk.status(second));
    assertEquals(List.of("send", "action"), names());
    assertTrue(talk.events().get(1).getString("user").contains("."), "no user has a dot");

    talk.noFaults();
    talk.shop
        .as("manager")
        .body(Map.of("sendApiKey", talk.shop.sendApiKey()))
        .patch("/api/v1/links/{id}", talk.link)
        .then()
        .statusCode(200);

    talk.becomes(second, "CONFIRMED");
    assertEquals("CONFIRMED", talk.status(first));
    assertEquals(List.of("first", "first", "second"), talk.texts());
  }

  @Test
  void whoIsTurnedAwayComesAgain() {
    talk.faults(Map.of("answer", "429", "times", 2));
    String message = talk.reply("answer");
    assertEquals(1, attemptsOnce(message, "QUEUED"));

    clock.advance(Duration.ofSeconds(1));
    Eventually.get(() -> attempts(message), attempts -> attempts == 2);
    attemptsOnce(message, "QUEUED");
    clock.advance(Duration.ofSeconds(2));

    talk.becomes(message, "CONFIRMED");
    assertEquals(3, attempts(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "empty", "half", "500", "redirect", "reset"})
  void anUnclearAnswerIsSettledByTheEcho(String answer) {
    talk.faults(Map.of("answer", answer, "accepted", true, "times", 1));

    String message = talk.reply("answer");

    talk.becomes(message, "CONFIRMED");
    String next = talk.reply("next");
    talk.becomes(next, "CONFIRMED");
    assertEquals(List.of("answer", "next"), talk.texts());
    assertEquals(3, talk.messages());
  }

  @Test
  void withoutEchoALinkThatHearsGetsOneMoreTry() {
    String heard = talk.reply("heard");
    talk.becomes(heard, "CONFIRMED");
    talk.faults(Map.of("answer", "html", "accepted", false, "times", 1));
    String message = talk.reply("answer");
    talk.becomes(message, "UNKNOWN");
    String behind = talk.reply("behind");
    assertEquals("QUEUED", talk.status(behind));
    assertTrue(talk.delivery(message, "en").getString("reason").contains("may have arrived"));

    clock.advance(Duration.ofSeconds(30));

    talk.becomes(behind, "CONFIRMED");
    assertEquals("CONFIRMED", talk.status(message));
    assertEquals(List.of("heard", "answer", "answer", "behind"), talk.texts());
  }

  /** Of the first nothing is known, the second's last message had no echo. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutEchoADeafLinkLeavesItToTheAgent(boolean knownToBeDeaf) {
    if (knownToBeDeaf) {
      talk.faults(Map.of("echo", false));
      talk.becomes(talk.reply("unheard"), "SENT");
      clock.advance(Duration.ofSeconds(31));
    }
    int before = talk.texts().size();
    talk.faults(Map.of("answer", "empty", "echo", false, "accepted", false, "times", 1));
    String message = talk.reply("answer");
    talk.becomes(message, "UNKNOWN");
    String behind = talk.reply("behind");

    clock.advance(Duration.ofSeconds(30));

    talk.becomes(behind, "CONFIRMED");
    assertEquals("UNKNOWN", talk.status(message));
    List<String> sent = talk.texts();
    assertEquals(List.of("answer", "behind"), sent.subList(before, sent.size()));
    talk.call(message, "retry").statusCode(202).body("delivery.status", equalTo("QUEUED"));
    talk.becomes(message, "CONFIRMED");
    assertEquals(2, attempts(message));
  }

  @Test
  void anEchoBeforeTheAnswerOrTwiceConfirmsOnce() {
    talk.faults(Map.of("echo", "before-answer", "delayMillis", 300, "times", 1));
    String early = talk.reply("same");
    talk.becomes(early, "CONFIRMED");
    talk.faults(Map.of("echo", "twice", "times", 1));
    String twice = talk.reply("same");
    talk.becomes(twice, "CONFIRMED");
    String last = talk.reply("same");
    talk.becomes(last, "CONFIRMED");

    Eventually.get(talk::texts, List.of("same", "same", "same")::equals);
    assertEquals(4, talk.messages());
  }

  @Test
  void whatWaitsForARevokedLinkFails() {
    talk.faults(Map.of("answer", "429"));
    String message = talk.reply("answer");
    attemptsOnce(message, "QUEUED");

    talk.shop.as("owner").post("/api/v1/links/{id}/revoke", talk.link).then().statusCode(200);
    rounds.failOfRevoked().await().atMost(Duration.ofSeconds(5));

    assertEquals("FAILED", talk.status(message));
    assertEquals(
        "The link was revoked before the message was sent.",
        talk.delivery(message, "en").getString("reason"));
  }

  @Inject DeliveryRounds rounds;

  private List<String> names() {
    return talk.events().stream().map(event -> event.getString("event")).toList();
  }

  /** The number of attempts when the message has been tried and has this status. */
  private int attemptsOnce(String message, String status) {
    Eventually.get(
        () ->
            talk.delivery(message, "en").getString("status")
                + talk.delivery(message, "en").getString("reason"),
        state -> state.startsWith(status) && !state.endsWith("null"));
    return attempts(message);
  }

  private int attempts(String message) {
    return talk.delivery(message, "en").getInt("attempts");
  }
}
