package io.talkgate.delivery;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.DeliveryClock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that an agent waits for share paces and breakers with messages. */
@QuarkusTest
class DirectCallsTest {
  private static final int OPENS_A_BREAKER = 5;

  @Inject DeliveryClock clock;
  @Inject @AsOwner Pool pool;
  private Conversation talk;

  @BeforeEach
  void aCustomerHasWritten() {
    talk = Conversation.begin();
  }

  @Test
  void withoutRoomBesideTheMessagesItIsSaidSo() {
    usePaceUp();

    profileRequest(talk.shop.as("agent").header("Accept-Language", "en"))
        .statusCode(503)
        .header("Retry-After", matchesRegex("\\d+"))
        .body("code", equalTo("SEND_RATE_EXCEEDED"))
        .body("detail", containsString("messages of this link go first"));
    profileRequest(talk.shop.as("agent")).statusCode(503).body("title", equalTo("전송 속도 한도"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          01 | Authorization 정보 오류 | 502 | SEND_API_KEY_REFUSED | Send-API key refused | 보내기 API 키 거절
          01 | 현재 이 사용자에게 메시지를 보낼 수 없음 | 409 | CONSENT_RUNNING | Consent under way | 개인정보 제공 동의 진행 중
          99 | 잘못된 user 값 : x      | 409 | CUSTOMER_UNKNOWN     | Customer unknown     | 알 수 없는 고객
          99 | 알 수 없는 오류         | 502 | NAVER_REFUSED        | Refused by NAVER     | 네이버 거절
          02 | 필수값 누락             | 502 | NAVER_REFUSED        | Refused by NAVER     | 네이버 거절
          """)
  void whatNaverSaysIsToldInBothLanguages(
      String naversCode, String words, int status, String code, String english, String korean) {
    talk.faults(Map.of("resultCode", naversCode, "resultMessage", words));

    profileRequest(talk.shop.as("agent").header("Accept-Language", "en"))
        .statusCode(status)
        .body("code", equalTo(code))
        .body("title", equalTo(english))
        .body("detail", containsString(naversCode + " " + words));
    profileRequest(talk.shop.as("agent")).statusCode(status).body("title", equalTo(korean));
  }

  @Test
  void failedCallsOpenTheBreakerAndAProbeClosesIt() {
    talk.faults(Map.of("answer", "html", "times", OPENS_A_BREAKER));
    for (int i = 0; i < OPENS_A_BREAKER; i++) {
      profileRequest(talk.shop.as("agent"))
          .statusCode(502)
          .body("code", equalTo("NAVER_UNREACHABLE"));
    }

    profileRequest(talk.shop.as("agent"))
        .statusCode(502)
        .body("code", equalTo("NAVER_UNREACHABLE"));
    String waiting = talk.reply("answer");
    assertEquals("QUEUED", talk.status(waiting));
    assertEquals(OPENS_A_BREAKER, talk.events().size());

    clock.advance(Duration.ofSeconds(5));

    talk.becomes(waiting, "CONFIRMED");
    typing().statusCode(200);
  }

  @Test
  void aDirectCallIsAProbeToo() {
    talk.faults(Map.of("answer", "html", "times", OPENS_A_BREAKER));
    for (int i = 0; i < OPENS_A_BREAKER; i++) {
      profileRequest(talk.shop.as("agent")).statusCode(502);
    }
    typing().statusCode(502);

    clock.advance(Duration.ofSeconds(5));

    typing().statusCode(200);
    String message = talk.reply("answer");
    talk.becomes(message, "CONFIRMED");
  }

  /** As a long queue of messages does. */
  private void usePaceUp() {
    pool.preparedQuery(
            "insert into delivery_links (brand_id, link_id, paced_until)"
                + " values ($1, $2, delivery_now() + interval '1 minute')"
                + " on conflict (brand_id, link_id) do update set paced_until = excluded.paced_until")
        .execute(Tuple.of(UUID.fromString(talk.shop.brandId()), UUID.fromString(talk.link)))
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private ValidatableResponse typing() {
    return talk.shop
        .as("agent")
        .body(Map.of("on", true))
        .post("/api/v1/consultations/{id}/typing", talk.id)
        .then();
  }

  private ValidatableResponse profileRequest(RequestSpecification agent) {
    return agent
        .body(Map.of("field", "NICKNAME"))
        .post("/api/v1/consultations/{id}/profile-request", talk.id)
        .then();
  }
}
