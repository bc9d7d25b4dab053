package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What managers read of the ledger, scoped by the caller's brand: others are NOT_FOUND. */
@Singleton
public class EventReads {
  private static final String SELECT =
      "select e.brand_id, e.id, e.link_id, e.event, e.state, e.error, e.received_at, e.applied_at";
  private static final String LIST = SELECT + " from events e";
  private static final String ONE = LIST + " where e.brand_id = $1 and e.id = $2";
  private static final String WITH_BODY =
      SELECT + ", e.body from events e where e.brand_id = $1 and e.id = $2";

  private final BrandTransactions brands;
  private final EventLedger ledger;

  EventReads(BrandTransactions brands, EventLedger ledger) {
    this.brands = brands;
    this.ledger = ledger;
  }

  /** Events in the order received, in which they are best replayed. */
  public Uni<Page<KeptEvent>> list(Caller caller, EventFilter filter, PageRequest page) {
    Conditions conditions =
        Conditions.ofBrand("e.brand_id", caller.brand())
            .and("e.link_id = ?", filter.linkId())
            .and("e.state = any(?)", Columns.texts(List.copyOf(filter.states()), state -> state))
            .page("e.received_at", "e.id", false, page.after(), page.limit());
    return brands
        .of(caller)
        .query(LIST + conditions.sql(), conditions.parameters())
        .map(rows -> Columns.list(rows, EventReads::event))
        .map(
            items ->
                Page.of(items, page.limit(), item -> new Cursor(item.receivedAt(), item.id())));
  }

  /** One event with its body, masked on a worker: it may have 10 MiB. */
  public Uni<Result<KeptEvent.WithBody>> get(Caller caller, UUID id) {
    return brands
        .of(caller)
        .query(WITH_BODY, Tuple.of(caller.brand(), id))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(rows -> ConsultationReads.only(rows, this::withBody));
  }

  Uni<Result<KeptEvent>> get(SqlClient client, UUID brandId, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(brandId, id))
        .map(rows -> ConsultationReads.only(rows, EventReads::event));
  }

  private KeptEvent.WithBody withBody(Row row) {
    boolean kept = row.getBuffer("body") != null;
    return new KeptEvent.WithBody(
        event(row), kept ? MaskedBody.of(ledger.entry(row).body()) : null);
  }

  private static KeptEvent event(Row row) {
    return new KeptEvent(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getUUID("link_id"),
        row.getString("event"),
        EventState.valueOf(row.getString("state")),
        row.getString("error"),
        Rows.time(row, "received_at"),
        Rows.optionalTime(row, "applied_at"));
  }
}
