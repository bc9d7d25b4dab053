package io.talkgate.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Design §5: for how long an answer is waited for, and for how long a message is tried. */
@QuarkusTest
class LimitsTest {
  private static final List<Integer> FIRST_WAITS = List.of(1, 2, 5, 15);

  @Inject DeliveryClock clock;
  private Conversation talk;

  @BeforeEach
  void aCustomerHasWritten() {
    talk = Conversation.begin();
  }

  @Test
  void after15SecondsOfSilenceTheEchoIsWaitedFor() {
    talk.faults(Map.of("delayMillis", 18_000, "times", 1));
    Instant asked = Instant.now();

    String message = talk.reply("answer");

    Eventually.get(() -> talk.status(message), "UNKNOWN"::equals, Duration.ofSeconds(17));
    long waited = Duration.between(asked, Instant.now()).toMillis();
    assertTrue(waited >= 15_000, () -> "given up after " + waited + " ms");
    String behind = talk.reply("behind");
    assertTrue(talk.delivery(message, "en").getString("reason").contains("may have arrived"));

    talk.becomes(message, "CONFIRMED");
    talk.becomes(behind, "CONFIRMED");
    assertEquals(List.of("answer", "behind"), talk.texts());
  }

  @Test
  void whatIsNotReachedIsTriedFor15Minutes() {
    // Longer than it has to wait, which spares tries and counts all the same: 883 s, then 943 s.
    List<Integer> waits = Stream.concat(FIRST_WAITS.stream(), Stream.of(60, 400, 400, 60)).toList();
    turnedAway();
    String message = talk.reply("answer");

    int tries = 1;
    for (int seconds : waits) {
      isTriedAgain(message, tries++);
      answersTyping();
      turnedAway();
      clock.advance(Duration.ofSeconds(seconds));
    }

    talk.becomes(message, "FAILED");
    assertEquals(1 + waits.size(), tries(message));
    assertEquals(
        "NAVER could not be reached.",
        talk.delivery(message, "en").getString("reason").replaceAll(" \\(.*", ""));
  }

  @Test
  void theTimeWithABreakerOpenDoesNotCountButADayIsTheEnd() {
    talk.faults(Map.of("answer", "429"));
    String message = talk.reply("answer");
    int tries = 1;
    for (int seconds : FIRST_WAITS) {
      isTriedAgain(message, tries++);
      clock.advance(Duration.ofSeconds(seconds));
    }

    isTriedAgain(message, tries++);
    clock.advance(Duration.ofHours(1));
    isTriedAgain(message, tries++);
    clock.advance(Duration.ofHours(22).plusMinutes(50));
    isTriedAgain(message, tries++);
    clock.advance(Duration.ofMinutes(10));

    talk.becomes(message, "FAILED");
    assertEquals(tries, tries(message));
  }

  private void turnedAway() {
    talk.faults(Map.of("answer", "429", "times", 1));
  }

  /** Waits until so many tries were in vain and another one is to come. */
  private void isTriedAgain(String message, int tries) {
    Eventually.get(
        () -> talk.status(message) + tries(message) + isExplained(message),
        ("QUEUED" + tries + true)::equals);
  }

  private boolean isExplained(String message) {
    return talk.delivery(message, "en").getString("reason") != null;
  }

  private int tries(String message) {
    return talk.delivery(message, "en").getInt("attempts");
  }

  /** One call of the link that is answered: so its breaker stays closed. */
  private void answersTyping() {
    talk.noFaults();
    talk.shop
        .as("agent")
        .body(Map.of("on", true))
        .post("/api/v1/consultations/{id}/typing", talk.id)
        .then()
        .statusCode(200);
  }
}
