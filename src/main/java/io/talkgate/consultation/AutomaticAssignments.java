package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives consultations that wait to agents. One replica at a time does so for a brand (the row of
 * {@code assignment_turns}), and counts what each agent has only once it has the turn: so nobody
 * gets more than there is room for. The customers' locks decide about each consultation, as always;
 * one whose customer somebody holds is left for the next time.
 */
@Singleton
public class AutomaticAssignments {
  /** Whoever has not been heard of for so long is not online. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(90);

  private static final int AT_ONCE = 100;

  private static final String MAKE_TURN =
      "insert into assignment_turns (brand_id) values ($1) on conflict (brand_id) do nothing";
  private static final String TAKE_TURN =
      "select brand_id from assignment_turns where brand_id = $1 for update skip locked";

  private static final String AGENTS =
      """
      select p.member_id, m.name, p.capacity, p.last_assigned_at,
        (select count(*) from consultations k where k.brand_id = p.brand_id and k.assignee_id = p.member_id
          and k.status <> 'CLOSED')::integer as open
      from agent_presence p join members m on m.id = p.member_id
      where p.brand_id = $1 and p.state = 'ONLINE' and p.heartbeat_at > $2 and m.role in ('AGENT', 'MANAGER', 'OWNER')
      """;

  /** Whatever was given back to everybody is not given out a second time. */
  private static final String WAITING =
      """
      select k.id, k.customer_id, k.link_id, before.assignee_id as last_agent
      from consultations k
      left join lateral (
        select assignee_id from consultations b
        where b.brand_id = k.brand_id and b.customer_id = k.customer_id and b.status = 'CLOSED' and b.assignee_id is not null
        order by b.closed_at desc limit 1) before on true
      where k.brand_id = $1 and k.status = 'WAITING' and k.assignee_id is null and k.thread = 'TALKGATE'
        and k.link_id = any($2)
        and not exists (select from automatic_assignments a where a.brand_id = k.brand_id and a.consultation_id = k.id
          and a.returned_at is not null)
      order by coalesce(k.first_message_at, k.opened_at), k.id
      limit $3
      """;

  private static final String NOTE =
      """
      insert into automatic_assignments (brand_id, consultation_id, member_id, assigned_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
      on conflict (brand_id, consultation_id) do update
        set member_id = excluded.member_id, assigned_at = excluded.assigned_at, returned_at = null
      """;

  private static final String SERVED =
      """
      update agent_presence p set last_assigned_at = greatest(p.last_assigned_at, n.at)
      from (select member_id, max(at) as at from unnest($2::uuid[], $3::timestamptz[]) as u (member_id, at)
        group by member_id) n
      where p.brand_id = $1 and p.member_id = n.member_id
      """;

  private final Transactions transactions;
  private final LockedConsultations locked;
  private final ConsultationWriter writer;
  private final Stamps stamps;

  AutomaticAssignments(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      LockedConsultations locked,
      ConsultationWriter writer,
      Stamps stamps) {
    this.transactions = transactions;
    this.locked = locked;
    this.writer = writer;
    this.stamps = stamps;
  }

  /**
   * Gives out what waits of these links; answers how many found their agent. None where another
   * replica has the turn.
   *
   * @param plan who is to get what, of what waits, the longest waiting first, and who is online
   */
  public Uni<Integer> give(
      UUID brandId,
      List<UUID> links,
      BiFunction<List<WaitingConsultation>, List<AvailableAgent>, List<Assignment>> plan) {
    return transactions.run(
        connection ->
            turn(connection, brandId)
                .chain(
                    mine ->
                        mine ? give(connection, brandId, links, plan) : Uni.createFrom().item(0)));
  }

  private Uni<Integer> give(
      SqlConnection connection,
      UUID brandId,
      List<UUID> links,
      BiFunction<List<WaitingConsultation>, List<AvailableAgent>, List<Assignment>> plan) {
    Instant now = stamps.next().at();
    return waiting(connection, brandId, links)
        .chain(
            waiting ->
                waiting.isEmpty()
                    ? Uni.createFrom().item(List.<Assignment>of())
                    : agents(connection, brandId, now).map(agents -> plan.apply(waiting, agents)))
        .chain(plans -> make(connection, brandId, plans));
  }

  private Uni<Integer> make(SqlConnection connection, UUID brandId, List<Assignment> plans) {
    Map<UUID, AvailableAgent> agents =
        plans.stream()
            .collect(Collectors.toMap(plan -> plan.consultation().id(), Assignment::agent));
    List<UUID> customers = plans.stream().map(plan -> plan.consultation().customerId()).toList();
    return locked
        .take(connection, brandId, customers, List.copyOf(agents.keySet()))
        .chain(drafts -> assign(connection, brandId, drafts, agents));
  }

  private Uni<Integer> assign(
      SqlConnection connection,
      UUID brandId,
      List<ConsultationDraft> drafts,
      Map<UUID, AvailableAgent> agents) {
    List<Given> given = new ArrayList<>();
    for (ConsultationDraft draft : drafts) {
      boolean waits = draft.status() == ConsultationStatus.WAITING && !draft.isAssigned();
      if (waits && draft.thread() == ThreadHolder.TALKGATE) {
        AvailableAgent agent = Objects.requireNonNull(agents.get(draft.id()));
        Instant at = stamps.next().at();
        draft.assign(HistoryAction.ASSIGNED, new Actor(agent.id(), agent.name()), at, null, null);
        given.add(new Given(draft, agent.id(), at));
      }
    }
    return given.isEmpty() ? Uni.createFrom().item(0) : write(connection, brandId, given);
  }

  private record Given(ConsultationDraft draft, UUID agentId, Instant at) {}

  private Uni<Integer> write(SqlConnection connection, UUID brandId, List<Given> given) {
    UUID[] agents = given.stream().map(Given::agentId).toArray(UUID[]::new);
    var times = Columns.times(given, Given::at);
    return writer
        .write(connection, given.stream().map(Given::draft).toList())
        .chain(
            () ->
                connection
                    .preparedQuery(NOTE)
                    .execute(
                        Tuple.of(
                            Columns.uuids(given, each -> brandId),
                            Columns.uuids(given, each -> each.draft().id()),
                            agents,
                            times)))
        .chain(() -> connection.preparedQuery(SERVED).execute(Tuple.of(brandId, agents, times)))
        .replaceWith(given.size());
  }

  /** The brand's turn until the transaction ends; false while another replica has it. */
  private static Uni<Boolean> turn(SqlConnection connection, UUID brandId) {
    Tuple brand = Tuple.of(brandId);
    return connection
        .preparedQuery(TAKE_TURN)
        .execute(brand)
        .chain(
            taken ->
                taken.rowCount() > 0
                    ? Uni.createFrom().item(true)
                    : connection
                        .preparedQuery(MAKE_TURN)
                        .execute(brand)
                        .map(made -> made.rowCount() > 0));
  }

  private static Uni<List<AvailableAgent>> agents(
      SqlConnection connection, UUID brandId, Instant now) {
    return list(
        connection,
        AGENTS,
        Tuple.of(brandId, Columns.time(now.minus(HEARTBEAT))),
        row ->
            new AvailableAgent(
                row.getUUID("member_id"),
                row.getString("name"),
                row.getInteger("open"),
                row.getInteger("capacity"),
                Columns.instant(row.getOffsetDateTime("last_assigned_at"))));
  }

  private static Uni<List<WaitingConsultation>> waiting(
      SqlConnection connection, UUID brandId, List<UUID> links) {
    return list(
        connection,
        WAITING,
        Tuple.of(brandId, links.toArray(UUID[]::new), AT_ONCE),
        row ->
            new WaitingConsultation(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getUUID("link_id"),
                row.getUUID("last_agent")));
  }

  private static <T> Uni<List<T>> list(
      SqlConnection connection, String sql, Tuple values, Function<Row, T> read) {
    return connection.preparedQuery(sql).execute(values).map(rows -> Columns.list(rows, read));
  }
}
