package io.talkgate.consultation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.LinkSignals;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What the state of a link means for its customers: approved, its parked events are applied;
 * revoked, all is closed.
 */
@Singleton
class LinkChanges implements LinkSignals {
  private static final String APPROVED_WITH_PARKED =
      """
      select l.brand_id, l.id from links l
      where l.status = 'APPROVED' and exists (
        select 1 from events e where e.brand_id = l.brand_id and e.link_id = l.id and e.state = 'PARKED')
      """;

  private final Transactions transactions;
  private final ParkedEvents parked;
  private final DueConsultations due;

  LinkChanges(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      ParkedEvents parked,
      DueConsultations due) {
    this.transactions = transactions;
    this.parked = parked;
    this.due = due;
  }

  @Override
  public Uni<Void> approved(UUID brandId, UUID linkId) {
    return parked.apply(brandId, linkId);
  }

  @Override
  public Uni<Void> revoked(UUID brandId, UUID linkId) {
    return due.closeOfRevokedLinks();
  }

  /** Takes up what a stopped replica left undone. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> catchUp() {
    return transactions
        .query(APPROVED_WITH_PARKED, Tuple.tuple())
        .onItem()
        .transformToMulti(
            rows -> Multi.createFrom().items(StreamSupport.stream(rows.spliterator(), false)))
        .onItem()
        .transformToUniAndConcatenate(
            (Row row) -> parked.apply(row.getUUID("brand_id"), row.getUUID("id")))
        .onItem()
        .ignoreAsUni();
  }
}
