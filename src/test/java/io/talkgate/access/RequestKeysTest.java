package io.talkgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.SettableClock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract §3: Idempotency-Key is honoured for 24 h; with another body it is refused. */
@QuarkusTest
class RequestKeysTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject RequestKeys keys;
  @Inject RequestKeysCleanup cleanup;
  @Inject BrandTransactions transactions;
  @Inject BrandSessions sessions;
  @Inject @AsOwner Pool pool;
  @Inject SettableClock clock;

  enum Client {
    HIBERNATE,
    PLAIN
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsFreshOnceAndThenAnswersWithWhatItMade(Client client) {
    Caller caller = member();
    UUID first = UUID.randomUUID();

    assertEquals(new KeyClaim.Fresh(first), claim(client, caller, key("a", "body"), first));
    assertEquals(
        new KeyClaim.Repeated(first), claim(client, caller, key("a", "body"), UUID.randomUUID()));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyWithAnotherBodyIsReused(Client client) {
    Caller caller = member();
    UUID first = UUID.randomUUID();
    claim(client, caller, key("a", "body"), first);

    assertEquals(
        new KeyClaim.Reused(), claim(client, caller, key("a", "other"), UUID.randomUUID()));
    assertEquals(
        new KeyClaim.Repeated(first), claim(client, caller, key("a", "body"), UUID.randomUUID()));
  }

  @ParameterizedTest
  @EnumSource
  void anOperatorHasKeysThough(Client client) {
    Caller operator = new Caller(UUID.randomUUID(), null, Role.OPERATOR, "operator");
    UUID first = UUID.randomUUID();
    claim(client, operator, key("a", "body"), first);

    assertEquals(
        new KeyClaim.Repeated(first), claim(client, operator, key("a", "body"), UUID.randomUUID()));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAKeyEveryCallIsFresh(Client client) {
    UUID id = UUID.randomUUID();

    assertEquals(new KeyClaim.Fresh(id), claim(client, member(), null, id));
  }

  @Test
  void anotherMembersEqualKeyIsAnotherKey() {
    UUID id = UUID.randomUUID();
    claim(Client.PLAIN, member(), key("a", "body"), UUID.randomUUID());

    assertEquals(new KeyClaim.Fresh(id), claim(Client.PLAIN, member(), key("a", "other"), id));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsGoneAfter24Hours(Client client) {
    Caller caller = member();
    UUID later = UUID.randomUUID();
    claim(client, caller, key("a", "body"), UUID.randomUUID());

    clock.advance(Duration.ofHours(24).plusMinutes(1));

    assertEquals(new KeyClaim.Fresh(later), claim(client, caller, key("a", "other"), later));
    assertEquals(
        new KeyClaim.Repeated(later), claim(client, caller, key("a", "other"), UUID.randomUUID()));
  }

  @Test
  void aTransactionThatIsRolledBackLeavesTheKeyFresh() {
    Caller caller = member();
    UUID again = UUID.randomUUID();
    transactions
        .of(caller)
        .run(
            connection ->
                keys.claim(connection, caller, key("a", "body"), UUID.randomUUID())
                    .onItem()
                    .failWith(claim -> new IllegalStateException("refused")))
        .onFailure(IllegalStateException.class)
        .recoverWithNull()
        .await()
        .atMost(LIMIT);

    assertEquals(new KeyClaim.Fresh(again), claim(Client.PLAIN, caller, key("a", "body"), again));
  }

  @Test
  void theCleanupForgetsOnlyWhatIsGone() {
    Caller caller = member();
    claim(Client.PLAIN, caller, key("old", "body"), UUID.randomUUID());
    clock.advance(Duration.ofHours(24).plusMinutes(1));
    claim(Client.PLAIN, caller, key("new", "body"), UUID.randomUUID());

    cleanup.forgetOldKeys().await().atMost(LIMIT);

    assertEquals("new", keysOf(caller));
  }

  private String keysOf(Caller caller) {
    return pool.preparedQuery(
            "select string_agg(key, ',') from idempotency_keys where member_id = $1")
        .execute(Tuple.of(caller.memberId()))
        .map(rows -> rows.iterator().next().getString(0))
        .await()
        .atMost(LIMIT);
  }

  private KeyClaim claim(Client client, Caller caller, @Nullable RequestKey key, UUID id) {
    return client == Client.PLAIN
        ? transactions
            .of(caller)
            .run(connection -> keys.claim(connection, caller, key, id))
            .await()
            .atMost(LIMIT)
        : onEventLoop(() -> sessions.run(caller, session -> keys.claim(session, caller, key, id)));
  }

  private static <T> T onEventLoop(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> work.get().ifNoItem().after(LIMIT).fail());
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static Caller member() {
    return new Caller(UUID.randomUUID(), UUID.randomUUID(), Role.MANAGER, "manager");
  }

  private static RequestKey key(String key, String body) {
    return new RequestKey(key, body.getBytes(StandardCharsets.UTF_8));
  }
}
