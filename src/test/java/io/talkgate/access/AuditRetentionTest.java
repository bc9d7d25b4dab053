package io.talkgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.SchemaOwner;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue "who may what", 7: the audit is only added to, and kept for two years. */
@QuarkusTest
class AuditRetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String ADD =
      """
      insert into audit_log (id, at, actor_id, actor_name, actor_role, action, subject_id)
      values ('%s', now() - interval '%s', gen_random_uuid(), 'test', 'OPERATOR', 'BRAND_CREATED', '%s')
      """;

  @Inject Pool pool;
  @Inject @AsOwner Pool owners;
  @Inject SchemaOwner owner;
  @Inject AuditRetention retention;

  private final UUID subject = UUID.randomUUID();

  @BeforeEach
  void anOldEntryAndOneThatIsNotOldEnough() throws SQLException {
    add("2 years 1 minute");
    add("1 year 364 days");
  }

  @Test
  void whatIsOlderThanTwoYearsIsForgotten() {
    retention.forget().await().atMost(LIMIT);

    assertEquals(1, left());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set actor_name = 'x'",
        "set role talkgate_operator; update audit_log set actor_name = 'x'",
        "set role talkgate_desk; delete from audit_log",
        "set role talkgate_timers; delete from audit_log",
        "set role talkgate_operator; truncate audit_log"
      })
  void theServicesRolesChangeNothing(String sql) {
    PgException refused =
        assertThrows(PgException.class, () -> pool.query(sql).execute().await().atMost(LIMIT));

    assertEquals("42501", refused.getSqlState());
    assertEquals(2, left());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set actor_name = 'x'",
        "delete from audit_log",
        "truncate audit_log"
      })
  void notEvenTheSchemasOwnerDoesByMistake(String sql) {
    SQLException refused = assertThrows(SQLException.class, () -> owner.run(sql));

    assertEquals("42501", refused.getSQLState());
    assertEquals(2, left());
  }

  private void add(String age) throws SQLException {
    owner.run(ADD.formatted(UUID.randomUUID(), age, subject));
  }

  private long left() {
    return owners
        .preparedQuery("select count(*) from audit_log where subject_id = $1")
        .execute(Tuple.of(subject))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(LIMIT);
  }
}
