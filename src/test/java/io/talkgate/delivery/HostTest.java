package io.talkgate.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.SchemaOwner;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Design §5: what holds for NAVER as a whole, over all links. */
@QuarkusTest
@TestProfile(HostTest.SlowHost.class)
class HostTest {
  private static final int OPENS_THE_HOST = 10;

  @Inject DeliveryClock clock;
  @Inject SchemaOwner owner;

  /** What one link may do all links together may do here. */
  public static final class SlowHost implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "talkgate.send-host-rate-per-second", "8", "talkgate.send-host-rate-burst", "4");
    }
  }

  @Test
  void thePaceOfTheHostIsSharedByAllLinks() throws SQLException {
    List<Conversation> links = Stream.generate(Conversation::begin).limit(4).toList();
    owner.run("update delivery_host set open_until = delivery_now() + interval '1 hour'");
    IntStream.range(0, 8).forEach(i -> links.forEach(link -> link.reply("bulk " + i)));
    List<String> last = links.stream().map(link -> link.reply("last")).toList();
    owner.run("update delivery_host set open_until = null");
    IntStream.range(0, 4).forEach(i -> links.get(i).becomes(last.get(i), "CONFIRMED"));

    List<Instant> times = links.stream().flatMap(link -> link.times().stream()).sorted().toList();

    assertEquals(36, times.size());
    for (int i = 0; i + 12 < times.size(); i++) {
      Duration thirteen = Duration.between(times.get(i), times.get(i + 12));
      assertTrue(thirteen.toMillis() > 900, () -> "13 calls in " + thirteen);
    }
  }

  @Test
  void silenceOverLinksStopsAllOfThemUntilAProbeIsAnswered() {
    List<Conversation> silent = Stream.generate(Conversation::begin).limit(3).toList();
    Conversation healthy = Conversation.begin();
    silent.forEach(link -> link.faults(Map.of("answer", "reset", "accepted", false)));
    for (int i = 0; i < OPENS_THE_HOST; i++) {
      profileRequest(silent.get(i % silent.size())).statusCode(502);
    }

    String message = healthy.reply("answer");
    profileRequest(healthy).statusCode(502).body("code", equalTo("NAVER_UNREACHABLE"));
    assertEquals("QUEUED", healthy.status(message));
    assertEquals(List.of(), healthy.events());

    clock.advance(Duration.ofSeconds(5));

    healthy.becomes(message, "CONFIRMED");
    profileRequest(healthy).statusCode(200);
  }

  @Test
  void whatNaverSaysToOneLinkStopsNoOther() {
    Conversation troubled = Conversation.begin();
    Conversation healthy = Conversation.begin();
    troubled.faults(Map.of("answer", "html", "accepted", false));
    for (int i = 0; i < OPENS_THE_HOST; i++) {
      clock.advance(Duration.ofMinutes(2));
      profileRequest(troubled).statusCode(502);
    }

    profileRequest(healthy).statusCode(200);
  }

  private static ValidatableResponse profileRequest(Conversation talk) {
    return talk.shop
        .as("agent")
        .body(Map.of("field", "NICKNAME"))
        .post("/api/v1/consultations/{id}/profile-request", talk.id)
        .then();
  }
}
