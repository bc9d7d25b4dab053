package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads messages, within one brand. */
@Singleton
class MessageReads {
  private static final String SELECT =
      "select " + SnapshotReader.MESSAGE_COLUMNS + " from messages m";
  private static final String ONE = SELECT + " where m.brand_id = $1 and m.id = $2";

  private final BrandTransactions brands;
  private final SnapshotReader snapshots;

  MessageReads(BrandTransactions brands, SnapshotReader snapshots) {
    this.brands = brands;
    this.snapshots = snapshots;
  }

  /**
   * The messages of the caller's brand for which {@code condition} holds of {@code value}, by time,
   * then id.
   */
  Uni<Page<Message>> page(
      Caller caller, String condition, UUID value, boolean newestFirst, PageRequest page) {
    Conditions conditions =
        Conditions.ofBrand("m.brand_id", caller.brand())
            .and(condition, value)
            .page("m.created_at", "m.id", newestFirst, page.after(), page.limit());
    String direction = newestFirst ? " desc" : " asc";
    String order = "m_created_at" + direction + ", m_id" + direction;
    return brands
        .of(caller)
        .query(PageBytes.within(SELECT + conditions.sql(), order), conditions.parameters())
        .map(
            rows ->
                PageBytes.page(
                    rows,
                    page.limit(),
                    snapshots::message,
                    item -> new Cursor(item.createdAt(), item.id())));
  }

  Uni<Result<Message>> get(SqlClient client, UUID brandId, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(brandId, id))
        .map(rows -> ConsultationReads.only(rows, snapshots::message));
  }
}
