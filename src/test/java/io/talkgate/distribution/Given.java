package io.talkgate.distribution;

import io.talkgate.bench.Database;
import io.talkgate.faults.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Who was given what, as the database has it. Every line of the history is numbered when it is
 * written, across the replicas and whatever their clocks say: a close has its number before it is
 * committed, and who sees it committed and gives out the room that it left takes a number after it.
 * So in the order of the numbers no agent has more than they may at any moment, however short,
 * unless somebody counted wrongly.
 */
final class Given {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private static final String NUMBER =
      """
      alter table consultation_history add column written bigserial;
      grant usage on sequence consultation_history_written_seq to public
      """;

  /** One statement sees one moment. */
  private static final String MOST_NOW =
      """
      select coalesce(max(open), 0) from (select count(*) as open from consultations
        where assignee_id is not null and status <> 'CLOSED' group by assignee_id) held
      """;

  private static final String MOST_AT_ANY_TIME =
      """
      with steps as (
        select written, assignee_id as agent, 1 as change from consultation_history where action = 'ASSIGNED'
        union all
        select h.written, k.assignee_id, -1
        from consultation_history h join consultations k on k.brand_id = h.brand_id and k.id = h.consultation_id
        where h.action = 'CLOSED' and k.assignee_id is not null)
      select coalesce(max(open), 0)
      from (select sum(change) over (partition by agent order by written) as open from steps) held
      """;

  private static final String NOT_GIVEN_EXACTLY_ONCE =
      """
      select coalesce(string_agg(k.id || ': ' || h.actions, '; '), '')
      from consultations k
      left join lateral (
        select count(*) as count, string_agg(action || ' ' || coalesce(assignee_name, ''), ', ' order by written) as actions
        from consultation_history
        where brand_id = k.brand_id and consultation_id = k.id
          and action in ('ASSIGNED', 'UNASSIGNED', 'TRANSFERRED')) h on true
      where h.count <> 1 or not exists (
        select from consultation_history
        where brand_id = k.brand_id and consultation_id = k.id and action = 'ASSIGNED' and assignee_id = k.assignee_id)
      """;

  private static final String NOT_CLOSED_BY_ASSIGNEE =
      """
      select coalesce(string_agg(h.consultation_id || ' by ' || coalesce(h.actor_name, 'nobody'), '; '), '')
      from consultation_history h join consultations k on k.brand_id = h.brand_id and k.id = h.consultation_id
      where h.action = 'CLOSED' and h.actor_id is distinct from k.assignee_id
      """;

  private static final String UNFINISHED =
      """
      select greatest(0, %d - (select count(*) from events where state = 'APPLIED'))
        + (select count(*) from consultations where status <> 'CLOSED')
      """;

  private final Database database;

  Given(Database database) throws SQLException {
    this.database = database;
    database.execute(NUMBER);
  }

  /** Looks on, again and again; answers with the most that an agent had at any look. */
  long mostSeenUntil(BooleanSupplier over) {
    try (Connection connection = database.connect();
        PreparedStatement look = connection.prepareStatement(MOST_NOW)) {
      long most = 0;
      while (!over.getAsBoolean()) {
        try (ResultSet row = look.executeQuery()) {
          row.next();
          most = Math.max(most, row.getLong(1));
        }
        Pause.of(BETWEEN_LOOKS);
      }
      return most;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of so many events, those that were not applied yet, and the consultations that are open. */
  long unfinished(int events) {
    return number(UNFINISHED.formatted(events));
  }

  /** The most that an agent ever had. */
  long mostHeldAtOnce() {
    return number(MOST_AT_ANY_TIME);
  }

  /** What was given to nobody, to somebody and then to somebody else, or to two; empty if none. */
  String notGivenExactlyOnce() {
    return ask(NOT_GIVEN_EXACTLY_ONCE);
  }

  /** What somebody else closed, or nobody; empty if none. */
  String notClosedByAssignee() {
    return ask(NOT_CLOSED_BY_ASSIGNEE);
  }

  /** How many customers had a consultation that is closed. */
  long customersServed() {
    return number("select count(distinct customer_id) from consultations where status = 'CLOSED'");
  }

  private long number(String query) {
    return Long.parseLong(ask(query));
  }

  private String ask(String query) {
    try {
      return database.ask(query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
