package io.talkgate.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads what the database holds, and compares it with what was answered. */
final class Verifier {
  private static final Duration BETWEEN_COMPARISONS = Duration.ofSeconds(1);

  private static final String EVENTS =
      "select talktalk_user, event, state, applied_at from events order by talktalk_user,"
          + " received_at, id";

  private static final String TEXTS =
      """
      select c.talktalk_user, m.content->>'text' from messages m
      join customers c on c.brand_id = m.brand_id and c.id = m.customer_id
      where m.content->>'text' is not null
      order by c.talktalk_user, m.created_at, m.id
      """;

  private static final String CONSULTATIONS =
      """
      select c.talktalk_user, k.status || ' ' || k.thread || ' ' || coalesce((
        select string_agg(m.content->>'text', ',' order by m.created_at, m.id) from messages m
        where m.brand_id = k.brand_id and m.consultation_id = k.id), '')
      from consultations k join customers c on c.brand_id = k.brand_id and c.id = k.customer_id
      order by c.talktalk_user, k.opened_at, k.id
      """;

  private final DatabaseServer database;
  private final Map<String, Kept> kept = new HashMap<>();

  Verifier(DatabaseServer database) {
    this.database = database;
  }

  /** Waits until at least so many events are in the database; false if they do not come. */
  boolean arrive(long events, Duration limit) {
    return Pause.within(limit, () -> count() >= events);
  }

  /**
   * Compares until no more is missing than may be, or the limit is over. Counting alone does not
   * tell that the spool is drained: events whose calls broke off may be among those that are there.
   */
  Found settled(Collection<Customer> customers, int mayBeLost, Duration limit) throws SQLException {
    long end = System.nanoTime() + limit.toNanos();
    Found found = compare(customers);
    while (found.lost() > mayBeLost && System.nanoTime() < end) {
      Pause.of(BETWEEN_COMPARISONS);
      found = compare(customers);
    }
    return found;
  }

  private Found compare(Collection<Customer> customers) throws SQLException {
    kept.clear();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      read(statement);
    }
    return customers.stream()
        .map(one -> new Comparison(one, of(one.user())).found())
        .reduce(Found.nothing(), Found::plus);
  }

  private void read(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(EVENTS)) {
      while (rows.next()) {
        of(rows.getString(1))
            .event(rows.getString(2), rows.getString(3), rows.getObject(4, OffsetDateTime.class));
      }
    }
    try (ResultSet rows = statement.executeQuery(TEXTS)) {
      while (rows.next()) {
        of(rows.getString(1)).text(rows.getString(2));
      }
    }
    try (ResultSet rows = statement.executeQuery(CONSULTATIONS)) {
      while (rows.next()) {
        of(rows.getString(1)).consultation(rows.getString(2));
      }
    }
  }

  private Kept of(String user) {
    return kept.computeIfAbsent(user, one -> new Kept());
  }

  private long count() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from events")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException away) {
      return -1;
    }
  }
}
