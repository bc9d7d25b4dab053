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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what was given out automatically and not answered: for everybody after the link's
 * time, for another agent where the first one is not online any more.
 */
@Singleton
public class ReturnedAssignments {
  /** Whoever only loads the page anew is not gone. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /** Of one link; {@code $3} is null where nothing goes back to everybody. */
  private static final String UNANSWERED =
      """
      select k.id, k.customer_id, a.member_id, coalesce(a.assigned_at <= $3, false) as for_everybody
      from automatic_assignments a
      join consultations k on k.brand_id = a.brand_id and k.id = a.consultation_id
      left join agent_presence p on p.brand_id = a.brand_id and p.member_id = a.member_id
      where a.brand_id = $1 and k.link_id = $2 and a.returned_at is null
        and k.status = 'WAITING' and k.assignee_id = a.member_id
        and (a.assigned_at <= $3 or p.member_id is null or p.heartbeat_at <= $4
          or (p.state = 'OFFLINE' and p.since <= $5))
      limit 100
      """;

  private static final String RETURNED =
      "update automatic_assignments set returned_at = $3 where brand_id = $1 and consultation_id = any($2)";
  private static final String FORGET =
      "delete from automatic_assignments where brand_id = $1 and consultation_id = any($2)";

  private final Transactions transactions;
  private final LockedConsultations locked;
  private final ConsultationWriter writer;
  private final Stamps stamps;

  ReturnedAssignments(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      LockedConsultations locked,
      ConsultationWriter writer,
      Stamps stamps) {
    this.transactions = transactions;
    this.locked = locked;
    this.writer = writer;
    this.stamps = stamps;
  }

  private record Late(UUID id, UUID customerId, UUID memberId, boolean forEverybody) {
    static Late of(Row row) {
      return new Late(
          row.getUUID("id"),
          row.getUUID("customer_id"),
          row.getUUID("member_id"),
          row.getBoolean("for_everybody"));
    }
  }

  /**
   * Takes back what is due of a link.
   *
   * @param after how long an agent has to answer; null for as long as the agent is online
   */
  public Uni<Void> takeBack(UUID brandId, UUID linkId, @Nullable Duration after) {
    Instant now = stamps.next().at();
    Instant heard = now.minus(AutomaticAssignments.HEARTBEAT).minus(GRACE);
    Tuple values =
        Tuple.of(
            brandId,
            linkId,
            after == null ? null : Columns.time(now.minus(after)),
            Columns.time(heard),
            Columns.time(now.minus(GRACE)));
    return transactions.run(
        connection ->
            connection
                .preparedQuery(UNANSWERED)
                .execute(values)
                .map(rows -> Columns.list(rows, Late::of))
                .chain(late -> takeBack(connection, brandId, late)));
  }

  private Uni<Void> takeBack(SqlConnection connection, UUID brandId, List<Late> late) {
    return locked
        .take(
            connection,
            brandId,
            late.stream().map(Late::customerId).toList(),
            late.stream().map(Late::id).toList())
        .map(drafts -> drafts.stream().filter(draft -> isStillLate(draft, late)).toList())
        .chain(drafts -> unassign(connection, brandId, drafts, late));
  }

  private static boolean isStillLate(ConsultationDraft draft, List<Late> late) {
    return draft.status() == ConsultationStatus.WAITING
        && late.stream()
            .anyMatch(
                one ->
                    one.id().equals(draft.id()) && one.memberId().equals(draft.row().assigneeId()));
  }

  private Uni<Void> unassign(
      SqlConnection connection, UUID brandId, List<ConsultationDraft> drafts, List<Late> late) {
    if (drafts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant at = stamps.next().at();
    drafts.forEach(draft -> draft.unassign(at, null));
    List<UUID> ids = drafts.stream().map(ConsultationDraft::id).toList();
    return writer
        .write(connection, drafts)
        .chain(
            () ->
                connection
                    .preparedQuery(RETURNED)
                    .execute(Tuple.of(brandId, those(late, ids, true), Columns.time(at))))
        .chain(
            () ->
                connection
                    .preparedQuery(FORGET)
                    .execute(Tuple.of(brandId, those(late, ids, false))))
        .replaceWithVoid();
  }

  private static UUID[] those(List<Late> late, List<UUID> ids, boolean forEverybody) {
    return late.stream()
        .filter(one -> one.forEverybody() == forEverybody && ids.contains(one.id()))
        .map(Late::id)
        .toArray(UUID[]::new);
  }
}
