package io.talkgate.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All or nothing, also where statements are sent together; and the connection always comes back.
 */
@QuarkusTest
class TransactionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String INSERT =
      "insert into brands (id, name, created_at) values ($1, $2, $3)";
  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  @Inject Vertx vertx;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private Pool pool;
  private Transactions transactions;

  @BeforeEach
  void aPoolOfOneConnection() {
    pool =
        new Pool(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(server())
                .using(vertx)
                .build());
    transactions = Transactions.on(pool, Scope.of(DatabaseRole.OPERATOR));
  }

  @AfterEach
  void end() {
    pool.close().await().atMost(LIMIT);
  }

  @Test
  void keepsAllThatWasWritten() {
    UUID read =
        run(connection -> together(List.of(insert(connection, first), insert(connection, second))));

    assertEquals(first, read);
    assertTrue(isKept(first));
    assertTrue(isKept(second));
  }

  @Test
  void keepsNothingIfTheDatabaseRefusesAStatement() {
    Throwable failure =
        assertThrows(
            RuntimeException.class,
            () ->
                run(
                    connection ->
                        together(
                            List.of(
                                insert(connection, first),
                                insert(connection, first),
                                insert(connection, second)))));

    assertEquals("23505", assertInstanceOf(PgException.class, cause(failure)).getSqlState());
    assertKeptNothing();
  }

  @Test
  void keepsNothingIfAStatementNeverReachesTheDatabase() {
    assertThrows(
        RuntimeException.class,
        () ->
            run(
                connection ->
                    together(List.of(insert(connection, first), unsendable(connection)))));

    assertKeptNothing();
  }

  @Test
  void keepsNothingIfAStatementCannotEvenBeMade() {
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                connection -> {
                  throw new IllegalStateException("a bug");
                }));

    assertKeptNothing();
  }

  @Test
  void keepsOneStatementAlone() {
    insertAlone(first);

    assertTrue(isKept(first));
  }

  @Test
  void tellsWhyOneStatementAloneWasRefused() {
    insertAlone(first);

    Throwable failure = assertThrows(RuntimeException.class, () -> insertAlone(first));

    assertEquals("23505", assertInstanceOf(PgException.class, cause(failure)).getSqlState());
    assertTrue(isKept(first));
  }

  @Test
  void goesOnAfterOneStatementAloneThatNeverReachedTheDatabase() {
    assertThrows(
        RuntimeException.class,
        () -> transactions.query(INSERT, Tuple.of(1, 2, 3)).await().atMost(LIMIT));

    assertKeptNothing();
  }

  @Test
  void leavesNoRightsOnTheConnection() {
    insertAlone(first);
    run(connection -> insert(connection, second));

    assertRefusedWithoutRights("select name from brands");
  }

  /** Why a BEGIN that nobody waits for harms nothing even if it is refused. */
  @Test
  void aScopeOutsideOfATransactionGivesNoRights() {
    pool.query(Scope.of(DatabaseRole.OPERATOR).sql()).execute().await().atMost(LIMIT);

    assertRefusedWithoutRights("select name from brands");
  }

  private void assertRefusedWithoutRights(String sql) {
    Throwable failure =
        assertThrows(RuntimeException.class, () -> pool.query(sql).execute().await().atMost(LIMIT));
    assertEquals("42501", assertInstanceOf(PgException.class, cause(failure)).getSqlState());
  }

  private void insertAlone(UUID id) {
    transactions.query(INSERT, Tuple.of(id, "brand", NOW)).await().atMost(LIMIT);
  }

  private UUID run(Function<SqlConnection, Uni<Void>> writing) {
    return transactions
        .run(connection -> writing.apply(connection).replaceWith(first))
        .await()
        .atMost(LIMIT);
  }

  /** The pool has one connection: asking also shows that it came back. */
  private boolean isKept(UUID brand) {
    return transactions
            .query("select 1 from brands where id = $1", Tuple.of(brand))
            .await()
            .atMost(LIMIT)
            .size()
        == 1;
  }

  private void assertKeptNothing() {
    assertFalse(isKept(first));
    assertFalse(isKept(second));
  }

  private static Uni<Void> insert(SqlConnection connection, UUID id) {
    return connection.preparedQuery(INSERT).execute(Tuple.of(id, "brand", NOW)).replaceWithVoid();
  }

  /** The client finds that the values do not fit, and sends nothing. */
  private static Uni<Void> unsendable(SqlConnection connection) {
    return connection.preparedQuery(INSERT).execute(Tuple.of(1, 2, 3)).replaceWithVoid();
  }

  private static Uni<Void> together(List<Uni<Void>> statements) {
    return Uni.join().all(statements).andFailFast().replaceWithVoid();
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  private static PgConnectOptions server() {
    var config = ConfigProvider.getConfig();
    return PgConnectOptions.fromUri(
            config.getValue("quarkus.datasource.reactive.url", String.class))
        .setUser(config.getValue("quarkus.datasource.username", String.class))
        .setPassword(config.getValue("quarkus.datasource.password", String.class))
        .setCachePreparedStatements(true);
  }
}
