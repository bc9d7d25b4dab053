package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** For how long brands keep what customers wrote; another brand is NOT_FOUND. */
@Singleton
public class Retentions {
  private static final String GET =
      "select closed_consultation_days, raw_event_days from brand_retention where brand_id = $1";

  private static final String SET =
      """
      insert into brand_retention (brand_id, closed_consultation_days, raw_event_days) values ($1, $2, $3)
      on conflict (brand_id) do update set
        closed_consultation_days = excluded.closed_consultation_days, raw_event_days = excluded.raw_event_days
      """;

  private final BrandTransactions brands;
  private final Audit audit;

  Retentions(BrandTransactions brands, Audit audit) {
    this.brands = brands;
    this.audit = audit;
  }

  /** What holds for the caller's brand. */
  public Uni<Result<BrandRetention>> get(Caller caller, UUID brandId) {
    return caller.belongsTo(brandId)
        ? brands.of(caller).run(connection -> get(connection, brandId)).map(Result::done)
        : Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND));
  }

  /** Sets it; what is too old by then goes with the jobs' next rounds and does not come back. */
  public Uni<Result<BrandRetention>> set(Caller caller, UUID brandId, BrandRetention wanted) {
    return caller.belongsTo(brandId)
        ? brands
            .of(caller)
            .run(connection -> set(connection, caller, brandId, wanted))
            .replaceWith(Result.done(wanted))
        : Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND));
  }

  private static Uni<BrandRetention> get(SqlConnection connection, UUID brandId) {
    return connection
        .preparedQuery(GET)
        .execute(Tuple.of(brandId))
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext() ? retention(found.next()) : BrandRetention.DEFAULT;
            });
  }

  private Uni<Void> set(
      SqlConnection connection, Caller caller, UUID brandId, BrandRetention wanted) {
    Deed deed =
        new Deed(
            AuditAction.BRAND_RETENTION_CHANGED,
            brandId,
            brandId,
            Map.of(
                "closedConsultationDays", Integer.toString(wanted.closedConsultationDays()),
                "rawEventDays", Integer.toString(wanted.rawEventDays())));
    return connection
        .preparedQuery(SET)
        .execute(Tuple.of(brandId, wanted.closedConsultationDays(), wanted.rawEventDays()))
        .chain(() -> audit.record(connection, caller, deed));
  }

  private static BrandRetention retention(Row row) {
    return new BrandRetention(
        row.getInteger("closed_consultation_days"), row.getInteger("raw_event_days"));
  }
}
