package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Takes the locks of several customers of a brand in the order of their keys, as intake does, but
 * waits for none: what somebody else holds is left out.
 */
@Singleton
class LockedConsultations {
  private static final String LOCK =
      "select id from customers where brand_id = $1 and id = any($2) order by brand_id, id for update skip locked";

  /** A statement of its own, so that it sees what was committed before the locks were had. */
  private static final String READ =
      "select "
          + Rows.CONSULTATION
          + " from consultations where brand_id = $1 and id = any($2) and customer_id = any($3)";

  private final Stamps stamps;

  LockedConsultations(Stamps stamps) {
    this.stamps = stamps;
  }

  /** The consultations, with their customers, of those customers whom nobody else holds. */
  Uni<List<ConsultationDraft>> take(
      SqlConnection connection, UUID brandId, List<UUID> customers, List<UUID> consultations) {
    if (customers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(brandId, customers.toArray(UUID[]::new)))
        .map(rows -> Columns.list(rows, row -> row.getUUID("id")).toArray(UUID[]::new))
        .chain(
            held ->
                connection
                    .preparedQuery(READ)
                    .execute(Tuple.of(brandId, consultations.toArray(UUID[]::new), held)))
        .map(
            rows ->
                Columns.list(
                    rows, row -> new ConsultationDraft(Rows.consultation(row), stamps::id)));
  }
}
