package io.talkgate.link.health;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.LinkApproval;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code TALKGATE_LINK_APPROVAL=automatic}: a link whose approval was requested is approved as soon
 * as NAVER has taken its key and the first event has come, which only the account's owner can bring
 * about.
 */
@Singleton
class AutomaticApproval {
  private static final String READY =
      """
      select l.brand_id, l.id
      from links l
      join link_health h on h.brand_id = l.brand_id and h.link_id = l.id
      where l.status = 'PENDING' and l.send_api_key_rejected_at is null
        and h.key_verdict = 'GOOD' and h.checked_key = sha256(l.send_api_key) and h.key_checked_at >= l.requested_at
        and coalesce(h.send_at, h.open_at, h.leave_at, h.friend_at, h.echo_at, h.other_at) is not null
      order by l.requested_at
      limit 100
      """;

  private final Transactions transactions;
  private final LinkApproval approval;

  AutomaticApproval(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions, LinkApproval approval) {
    this.transactions = transactions;
    this.approval = approval;
  }

  /** One round; nothing where operators approve. */
  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> approve() {
    return approval.isAutomatic() ? approveReady() : Uni.createFrom().voidItem();
  }

  /** Approves those that have all that is needed. */
  Uni<Void> approveReady() {
    return ready()
        .onItem()
        .transformToMulti(links -> Multi.createFrom().iterable(links))
        .onItem()
        .transformToUniAndConcatenate(link -> approval.approve(link.brandId(), link.linkId()))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<LinkKey>> ready() {
    return transactions
        .query(READY, Tuple.tuple())
        .map(
            rows ->
                Columns.list(rows, row -> new LinkKey(row.getUUID("brand_id"), row.getUUID("id"))));
  }
}
