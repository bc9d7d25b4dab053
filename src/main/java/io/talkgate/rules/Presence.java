package io.talkgate.rules;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.consultation.AutomaticAssignments;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agents are there. Whoever is repeats it at least every minute; whoever has not been heard
 * of for 90 seconds is OFFLINE.
 */
@Singleton
public class Presence {
  private static final String SET =
      """
      insert into agent_presence as p (brand_id, member_id, state, since, heartbeat_at) values ($1, $2, $3, $4, $4)
      on conflict (brand_id, member_id) do update set
        since = case when p.state = excluded.state and p.heartbeat_at > $5 then p.since else excluded.since end,
        state = excluded.state, heartbeat_at = excluded.heartbeat_at
      """;

  private static final String SET_CAPACITY =
      """
      insert into agent_presence as p (brand_id, member_id, state, since, heartbeat_at, capacity)
      select m.brand_id, m.id, 'OFFLINE', $3, $3, $4 from members m
      where m.brand_id = $1 and m.id = $2 and m.role in ('AGENT', 'MANAGER', 'OWNER')
      on conflict (brand_id, member_id) do update set capacity = excluded.capacity
      """;

  private static final String READ =
      """
      select m.id, m.name, p.capacity, p.since, p.state, p.heartbeat_at,
        (select count(*) from consultations k where k.brand_id = m.brand_id and k.assignee_id = m.id
          and k.status <> 'CLOSED')::integer as open
      from members m left join agent_presence p on p.brand_id = m.brand_id and p.member_id = m.id
      where m.brand_id = $1 and m.role in ('AGENT', 'MANAGER', 'OWNER') and ($2::uuid is null or m.id = $2)
      order by m.name, m.id limit 1000
      """;

  private final BrandTransactions brands;
  private final Distributor distributor;
  private final Clock clock;

  Presence(BrandTransactions brands, Distributor distributor, Clock clock) {
    this.brands = brands;
    this.distributor = distributor;
    this.clock = clock;
  }

  /** The caller is there, or not any more; somebody who comes gets what waits at once. */
  public Uni<AgentPresence> set(Caller caller, PresenceState state) {
    Instant now = clock.instant();
    Tuple values =
        Tuple.of(
            caller.brand(),
            caller.memberId(),
            state.name(),
            Columns.time(now),
            Columns.time(now.minus(AutomaticAssignments.HEARTBEAT)));
    return brands
        .of(caller)
        .run(connection -> connection.preparedQuery(SET).execute(values))
        .chain(
            () ->
                state == PresenceState.ONLINE
                    ? distributor.distribute(caller.brand())
                    : Uni.createFrom().voidItem())
        .chain(() -> read(caller, caller.memberId()))
        .map(found -> found.get(0));
  }

  /**
   * Says how many consultations an agent may have.
   *
   * @param capacity null for as many as the link says
   * @return refused with NOT_FOUND for whoever is no agent of the caller's brand
   */
  public Uni<Result<AgentPresence>> setCapacity(
      Caller caller, UUID memberId, @Nullable Integer capacity) {
    return brands
        .of(caller)
        .run(
            connection ->
                connection
                    .preparedQuery(SET_CAPACITY)
                    .execute(
                        Tuple.of(
                            caller.brand(), memberId, Columns.time(clock.instant()), capacity)))
        .chain(() -> read(caller, memberId))
        .map(
            found ->
                found.isEmpty() ? Result.refused(ErrorCode.NOT_FOUND) : Result.done(found.get(0)));
  }

  /** All agents of the caller's brand, by name; at most 1,000. */
  public Uni<List<AgentPresence>> list(Caller caller) {
    return read(caller, null);
  }

  private Uni<List<AgentPresence>> read(Caller caller, @Nullable UUID memberId) {
    return brands.of(caller).run(connection -> read(connection, caller.brand(), memberId));
  }

  private Uni<List<AgentPresence>> read(
      SqlConnection connection, UUID brandId, @Nullable UUID memberId) {
    Instant heard = clock.instant().minus(AutomaticAssignments.HEARTBEAT);
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(brandId, memberId))
        .map(rows -> Columns.list(rows, row -> presence(row, heard)));
  }

  private static AgentPresence presence(Row row, Instant heard) {
    Instant heartbeat = Columns.instant(row.getOffsetDateTime("heartbeat_at"));
    boolean there = heartbeat != null && heartbeat.isAfter(heard);
    return new AgentPresence(
        row.getUUID("id"),
        row.getString("name"),
        there ? PresenceState.valueOf(row.getString("state")) : PresenceState.OFFLINE,
        there ? Columns.instant(row.getOffsetDateTime("since")) : heartbeat,
        row.getInteger("open"),
        row.getInteger("capacity"));
  }
}
