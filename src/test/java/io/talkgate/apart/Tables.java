package io.talkgate.apart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.util.PSQLException;

/**
 * Every table of the schema, on a superuser's connection in a transaction that is rolled back: made
 * rows need not fit together, because what binds tables is dropped first.
 */
final class Tables implements AutoCloseable {
  static final String REFUSED = "42501";

  private static final String DROP_CONSTRAINTS =
      """
      do $$ declare c record; begin
        for c in select conrelid::regclass as owner, conname from pg_constraint
          where contype in ('c', 'f') and connamespace = 'public'::regnamespace
        loop execute format('alter table %s drop constraint %I', c.owner, c.conname); end loop;
      end $$
      """;

  private static final String NEEDED =
      """
      select column_name, case when data_type = 'ARRAY' then 'array' else data_type end as type
      from information_schema.columns
      where table_schema = 'public' and table_name = ? and column_name <> ?
        and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO'
      """;

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("uuid", "gen_random_uuid()"),
          Map.entry("text", "gen_random_uuid()::text"),
          Map.entry("timestamp with time zone", "now()"),
          Map.entry("date", "current_date"),
          Map.entry("boolean", "false"),
          Map.entry("smallint", "1"),
          Map.entry("integer", "1"),
          Map.entry("bigint", "(random() * 1e15)::bigint"),
          Map.entry("double precision", "1"),
          Map.entry("interval", "interval '1 hour'"),
          Map.entry("bytea", "decode(md5(random()::text), 'hex')"),
          Map.entry("jsonb", "'{}'::jsonb"),
          Map.entry("array", "'{}'"));

  private final Connection connection;

  private Tables(Connection connection) {
    this.connection = connection;
  }

  static Tables open(Connection superuser) throws SQLException {
    superuser.setAutoCommit(false);
    Tables tables = new Tables(superuser);
    tables.execute(DROP_CONSTRAINTS);
    return tables;
  }

  List<String> names() throws SQLException {
    return texts(
        "select relname from pg_class"
            + " where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1");
  }

  static String brandColumn(String table) {
    return table.equals("brands") ? "id" : "brand_id";
  }

  /** One row of this brand, whatever it says. */
  void add(String table, UUID brand) throws SQLException {
    List<String> columns = new ArrayList<>(List.of(brandColumn(table)));
    List<String> values = new ArrayList<>(List.of("'" + brand + "'"));
    try (PreparedStatement needed = connection.prepareStatement(NEEDED)) {
      needed.setString(1, table);
      needed.setString(2, brandColumn(table));
      ResultSet rows = needed.executeQuery();
      while (rows.next()) {
        String value = VALUES.get(rows.getString("type"));
        if (value == null) {
          throw new AssertionError("Tables.VALUES has none for " + table + "." + rows.getString(1));
        }
        columns.add(rows.getString("column_name"));
        values.add(value);
      }
    }
    execute(insert(table, String.join(", ", columns), String.join(", ", values)));
  }

  /** A statement that adds such a row, for somebody else to try. */
  static String insert(String table, String columns, String values) {
    return "insert into %s (%s) values (%s)".formatted(table, columns, values);
  }

  /** Takes a role on, and a brand, until {@link #asSuperuser}. */
  void as(String role, String brand) throws SQLException {
    execute("set local talkgate.maintenance = ''"); // triggers have set it
    execute("set local role " + role);
    execute("set local talkgate.brand = '" + brand + "'");
  }

  void asSuperuser() throws SQLException {
    execute("reset role");
    execute("set local talkgate.brand = ''");
  }

  /** What a statement comes to: the number of rows, or the SQLSTATE with which it is refused. */
  String outcome(String sql) throws SQLException {
    var before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      boolean answers = statement.execute(sql);
      return String.valueOf(answers ? count(statement.getResultSet()) : statement.getUpdateCount());
    } catch (PSQLException refused) {
      return refused.getSQLState();
    } finally {
      connection.rollback(before);
    }
  }

  List<String> texts(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
