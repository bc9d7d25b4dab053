package io.talkgate.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Issue 1 §2: what the schema promises whoever runs the service. */
@QuarkusTest
class SchemaTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject Pool pool;
  @Inject @AsOwner Pool owner;

  @Test
  void theApplicationsRoleIsNoSuperuserAndOwnsNothing() {
    Row role =
        query(
                pool,
                """
                select rolsuper, rolcreaterole, rolbypassrls,
                  (select count(*) from pg_class where relowner = pg_roles.oid) as owned
                from pg_roles where rolname = current_user
                """)
            .get(0);

    assertFalse(role.getBoolean("rolsuper"));
    assertFalse(role.getBoolean("rolcreaterole"));
    assertFalse(role.getBoolean("rolbypassrls"));
    assertEquals(0L, role.getLong("owned"));
  }

  @Test
  void everyTableOfABrandLeadsWithBrandId() {
    List<String> others =
        query(
                owner,
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and ordinal_position = 1 and column_name <> 'brand_id'
                  and table_name not in ('brands', 'change_followers', 'changes_forgotten', 'delivery_host', 'login_attempts',
                    'encryption_keys', 'public_url_checks', 'flyway_schema_history')
                """)
            .stream()
            .map(row -> row.getString(0))
            .toList();

    assertEquals(List.of(), others);
  }

  @Test
  void theEmbeddedDatabaseWritesAsSafelyAsAServer() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertEquals("on", query(pool, "show " + setting).get(0).getString(0), setting);
    }
  }

  private static List<Row> query(Pool as, String sql) {
    return as.query(sql)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .await()
        .atMost(LIMIT);
  }
}
