package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.SettableClock;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database said before a token changed does not bring the token back. */
@QuarkusTest
class KnownTokensTest {
  @Inject KnownTokens known;
  @Inject SettableClock clock;

  private final byte[] hash = WebhookToken.random().hash();
  private final UUID link = UUID.randomUUID();
  private KnownToken token;

  @BeforeEach
  void aLiveToken() {
    token = new KnownToken(UUID.randomUUID(), link, null, clock.instant());
    known.remember(hash, token, known.changes());
    assertEquals(Optional.of(token.ownerAt(clock.instant())), known.fresh(hash));
  }

  @Test
  void aListThatWasAskedForBeforeARevocationIsNotTaken() {
    long before = known.changes();
    known.forget(link);

    known.replace(Map.of(Base64.getEncoder().encodeToString(hash), token), before);

    assertEquals(Optional.empty(), known.remembered(hash));
  }

  @Test
  void aTokenThatWasLookedUpBeforeARevocationIsNotKept() {
    long before = known.changes();
    known.forget(link);

    known.remember(hash, token, before);

    assertEquals(Optional.empty(), known.remembered(hash));
  }

  @Test
  void whatIsAskedForAfterTheRevocationCountsAgain() {
    known.forget(link);

    known.remember(hash, token, known.changes());

    assertEquals(Optional.of(token.ownerAt(clock.instant())), known.remembered(hash));
  }
}
