package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Consultations that were closed here and stay open at Partner Center, since nothing tells it
 * (protocol §4): an agent completes them there and says so. Those of the last thirty days in which
 * the customer had said something, and which Partner Center has not closed itself.
 */
@Singleton
public class PartnerCenterTodo {
  private static final Duration AGO = Duration.ofDays(30);
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  private static final String CLOSED =
      """
      from consultations k
      where k.brand_id = $1 and ($2::uuid is null or k.link_id = $2) and k.status = 'CLOSED' and k.closed_at > $3
        and k.first_message_at is not null and k.close_reason <> 'PARTNER_CENTER'
      """;

  private static final String LIST =
      """
      select k.*, c.talktalk_user, c.nickname
      from (
        select k.brand_id, k.id, k.link_id, k.customer_id, k.closed_at, k.close_reason
      """
          + CLOSED
          + """
              and (k.partner_center_done_at is null or k.partner_center_done_at < k.closed_at)
              and (k.closed_at, k.id) > ($4, $5)
            order by k.closed_at, k.id
            limit $6) k
          join customers c on c.brand_id = k.brand_id and c.id = k.customer_id
          order by k.closed_at, k.id
          """;

  private static final String DAYS =
      """
      select (k.closed_at at time zone 'Asia/Seoul')::date as day,
        count(*) filter (where k.partner_center_done_at is null or k.partner_center_done_at < k.closed_at) as open,
        count(*) filter (where k.partner_center_done_at >= k.closed_at) as done
      """
          + CLOSED
          + "group by 1 order by 1 desc";

  private static final String DONE =
      """
      update consultations set partner_center_done_at = $3, partner_center_done_by = $4
      where brand_id = $1 and id = any($2) and status = 'CLOSED'
        and (partner_center_done_at is null or partner_center_done_at < closed_at)
      returning id
      """;

  private final BrandTransactions brands;
  private final Clock clock;

  PartnerCenterTodo(BrandTransactions brands, Clock clock) {
    this.brands = brands;
    this.clock = clock;
  }

  /** What is left to do, the longest closed first; of one link only if one is given. */
  public Uni<Page<PartnerCenterItem>> list(Caller caller, @Nullable UUID linkId, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    Tuple values =
        closed(caller, linkId)
            .addValue(Columns.time(after.at()))
            .addValue(after.id())
            .addValue(page.limit() + 1);
    return brands
        .of(caller)
        .query(LIST, values)
        .map(
            rows ->
                Page.of(
                    Columns.list(rows, PartnerCenterTodo::item),
                    page.limit(),
                    one -> new Cursor(one.closedAt(), one.id())));
  }

  /** How many of each day in Korea are left and done, the latest day first. */
  public Uni<List<PartnerCenterDay>> days(Caller caller, @Nullable UUID linkId) {
    return brands
        .of(caller)
        .query(DAYS, closed(caller, linkId))
        .map(
            rows ->
                Columns.list(
                    rows,
                    row ->
                        new PartnerCenterDay(
                            row.getLocalDate("day"),
                            row.getInteger("open"),
                            row.getInteger("done"))));
  }

  /** Notes that these are completed at Partner Center; answers with those that were not before. */
  public Uni<List<UUID>> done(Caller caller, List<UUID> ids) {
    return brands
        .of(caller)
        .query(
            DONE,
            Tuple.of(
                caller.brand(),
                ids.toArray(UUID[]::new),
                Columns.time(clock.instant()),
                caller.memberId()))
        .map(rows -> Columns.list(rows, row -> row.getUUID("id")));
  }

  private Tuple closed(Caller caller, @Nullable UUID linkId) {
    return Tuple.tuple()
        .addValue(caller.brand())
        .addValue(linkId)
        .addValue(Columns.time(clock.instant().minus(AGO)));
  }

  private static PartnerCenterItem item(Row row) {
    return new PartnerCenterItem(
        row.getUUID("id"),
        row.getUUID("link_id"),
        row.getUUID("customer_id"),
        row.getString("talktalk_user"),
        row.getString("nickname"),
        Objects.requireNonNull(Columns.instant(row.getOffsetDateTime("closed_at"))),
        CloseReason.valueOf(row.getString("close_reason")));
  }
}
