package io.talkgate.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Walks every table of the schema as a member of another brand and as nobody: no row is seen and
 * none is written. A new table has its policies, or says here why it needs none.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesApartTest {
  private static final Map<String, String> NOT_A_BRANDS =
      Map.of(
          "change_followers", "how far others have been told",
          "changes_forgotten", "from where on the stream can be resumed",
          "encryption_keys", "with which keys values are sealed",
          "delivery_host", "pace and breaker of NAVER as a whole",
          "public_url_checks", "how the webhook is reached from outside",
          "flyway_schema_history", "the migrations",
          "login_attempts", "names and addresses, most of them nobody's");

  /** What an operator may read; all else may be part of a conversation. */
  private static final Set<String> OPERATORS =
      Set.of("brands", "members", "links", "idempotency_keys", "audit_log");

  private static final String ONE_BRAND =
      "one_brand ALL {talkgate_desk} (%s = (NULLIF(current_setting('talkgate.brand'::text, true),"
          + " ''::text))::uuid) null";
  private static final String ALL_BRANDS =
      "all_brands ALL"
          + " {talkgate_delivery,talkgate_intake,talkgate_login,talkgate_operator,talkgate_timers}"
          + " true null";
  private static final String MAINTENANCE =
      "maintenance ALL {talkgate_owner} (current_setting('talkgate.maintenance'::text, true) ="
          + " 'on'::text) null";

  private final UUID ours = UUID.randomUUID();
  private final UUID another = UUID.randomUUID();
  @Inject Flyway flyway;

  private SchemaCopy copy;
  private Tables tables;

  @BeforeAll
  void copyTheSchema() throws SQLException {
    copy = SchemaCopy.of(flyway);
  }

  @AfterAll
  void dropTheCopy() throws SQLException {
    copy.close();
  }

  @BeforeEach
  void twoBrandsWithARowInEveryTable() throws SQLException {
    tables = Tables.open(copy.superuser());
    for (String table : ofBrands()) {
      tables.add(table, ours);
      tables.add(table, another);
    }
  }

  @AfterEach
  void rollBack() throws SQLException {
    tables.close();
  }

  @Test
  void everyTableHasItsPolicies() throws SQLException {
    for (String table : ofBrands()) {
      String column = Tables.brandColumn(table);
      assertEquals(
          List.of(ALL_BRANDS, MAINTENANCE, ONE_BRAND.formatted(column)),
          tables.texts(
              """
              select policyname || ' ' || cmd || ' ' || (select array_agg(r order by r) from unnest(roles) r)::text
                || ' ' || qual || ' ' || coalesce(with_check, 'null')
              from pg_policies where schemaname = 'public' and tablename = '%s' order by policyname
              """
                  .formatted(table)),
          table);
      assertEquals(
          List.of("t"),
          tables.texts(
              "select relrowsecurity and relforcerowsecurity from pg_class where oid = 'public.%s'::regclass"
                  .formatted(table)),
          table);
    }
  }

  @Test
  void aMemberSeesTheOwnBrandAlone() throws SQLException {
    for (String table : ofBrands()) {
      String whose = " where %s = '%s'".formatted(Tables.brandColumn(table), another);
      String all = tables.outcome("select 1 from " + table + whose);
      tables.as("talkgate_desk", another.toString());
      if (may("talkgate_desk", table, "select")) {
        assertEquals(all, tables.outcome("select 1 from " + table), table);
      }
      assertNothing(table, ours);
      tables.asSuperuser();
    }
  }

  @Test
  void aMemberWithoutABrandSeesNothing() throws SQLException {
    tables.as("talkgate_desk", "");
    for (String table : ofBrands()) {
      assertNothing(table, ours);
      assertNothing(table, another);
    }
  }

  @Test
  void noRowIsHandedToAnotherBrand() throws SQLException {
    tables.as("talkgate_desk", ours.toString());
    for (String table : ofBrands()) {
      String column = Tables.brandColumn(table);
      assertEquals(
          Tables.REFUSED,
          tables.outcome("update %s set %s = '%s'".formatted(table, column, another)),
          table);
    }
  }

  @Test
  void theApplicationsRoleByItselfMayNothing() throws SQLException {
    tables.as("talkgate_app", ours.toString());
    for (String table : tables.names()) {
      assertEquals(Tables.REFUSED, tables.outcome("select 1 from " + table), table);
      assertEquals(Tables.REFUSED, tables.outcome("delete from " + table), table);
    }
  }

  @Test
  void theOwnerSeesNothingUntilMaintenance() throws SQLException {
    tables.as("talkgate_owner", ours.toString());
    for (String table : ofBrands()) {
      assertEquals("0", tables.outcome("select 1 from " + table), table);
    }
  }

  @Test
  void anOperatorReadsNoConversation() throws SQLException {
    tables.as("talkgate_operator", "");
    for (String table : ofBrands()) {
      String seen = tables.outcome("select 1 from " + table);
      if (OPERATORS.contains(table)) {
        assertNotEquals(Tables.REFUSED, seen, table);
      } else {
        assertEquals(Tables.REFUSED, seen, table);
      }
    }
  }

  private List<String> ofBrands() throws SQLException {
    List<String> all = tables.names();
    assertTrue(all.containsAll(NOT_A_BRANDS.keySet()), "a table of NOT_A_BRANDS is gone");
    return all.stream().filter(table -> !NOT_A_BRANDS.containsKey(table)).toList();
  }

  /** Neither seen nor changed nor added to. */
  private void assertNothing(String table, UUID brand) throws SQLException {
    String column = Tables.brandColumn(table);
    String whose = " where %s = '%s'".formatted(column, brand);
    assertNoRow(table, tables.outcome("select 1 from " + table + whose));
    assertNoRow(
        table, tables.outcome("update %s set %s = %s".formatted(table, column, column) + whose));
    assertNoRow(table, tables.outcome("delete from " + table + whose));
    assertEquals(
        Tables.REFUSED, tables.outcome(Tables.insert(table, column, "'" + brand + "'")), table);
  }

  private static void assertNoRow(String table, String outcome) {
    assertTrue(outcome.equals("0") || outcome.equals(Tables.REFUSED), table + ": " + outcome);
  }

  private boolean may(String role, String table, String right) throws SQLException {
    return tables
        .texts("select has_table_privilege('%s', 'public.%s', '%s')".formatted(role, table, right))
        .equals(List.of("t"));
  }
}
