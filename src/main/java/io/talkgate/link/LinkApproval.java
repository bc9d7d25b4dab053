package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.platform.database.UniqueViolations;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Approves links without an operator. By plain SQL, as it is a timer that asks for it; the two
 * conditions are those of an operator's approval.
 */
@Singleton
public class LinkApproval {
  private static final Logger LOG = Logger.getLogger(LinkApproval.class);

  /** The account is looked for first, so that one in use costs no violation every few seconds. */
  private static final String APPROVE =
      """
      update links l
      set status = 'APPROVED', decided_at = $3, rejected_reason = null
      where l.brand_id = $1 and l.id = $2 and l.status = 'PENDING'
        and not exists (
          select 1 from links o where lower(o.account_id) = lower(l.account_id) and o.status = 'APPROVED')
      """;

  private final Transactions transactions;
  private final LinkAnnouncements announcements;
  private final Mode mode;
  private final Clock clock;

  LinkApproval(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      LinkAnnouncements announcements,
      @ConfigProperty(name = "talkgate.link-approval", defaultValue = "manual") Mode mode,
      Clock clock) {
    this.transactions = transactions;
    this.announcements = announcements;
    this.mode = mode;
    this.clock = clock;
  }

  /** {@code TALKGATE_LINK_APPROVAL} (contract §6). */
  enum Mode {
    MANUAL,
    AUTOMATIC
  }

  /** Whether links are approved without an operator. */
  public boolean isAutomatic() {
    return mode == Mode.AUTOMATIC;
  }

  /** PENDING → APPROVED, unless another link of the account is approved; then it stays. */
  public Uni<Void> approve(UUID brandId, UUID linkId) {
    return transactions
        .query(APPROVE, Tuple.of(brandId, linkId, Columns.time(clock.instant())))
        .map(rows -> rows.rowCount() > 0)
        .onFailure(failure -> UniqueViolations.isOf(failure, LinkDecisions.ONE_APPROVED))
        .recoverWithItem(false)
        .chain(done -> done ? approved(brandId, linkId) : Uni.createFrom().voidItem());
  }

  private Uni<Void> approved(UUID brandId, UUID linkId) {
    LOG.infof("Link %s was approved automatically.", linkId);
    return announcements.approved(brandId, linkId);
  }
}
