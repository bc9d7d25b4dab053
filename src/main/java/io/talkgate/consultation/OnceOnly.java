package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Set;

/**
 * An occasion of a consultation to do something automatically. It is taken once, by one replica:
 * the table {@code automatic_occasions} has one row for its name and key.
 *
 * @param name what kind of occasion it is
 * @param key which one of that kind, where a consultation may have several
 * @param in the states in which it is one
 */
public record OnceOnly(String name, String key, Set<ConsultationStatus> in) {
  private static final String TAKE =
      """
      insert into automatic_occasions (brand_id, consultation_id, occasion, key, taken_at) values ($1, $2, $3, $4, $5)
      on conflict (brand_id, consultation_id, occasion, key) do nothing
      """;

  /** Takes it under the customer's lock; false if it was taken before or is none any more. */
  Uni<Boolean> take(SqlConnection connection, ConsultationDraft consultation, Instant at) {
    return in.contains(consultation.status())
        ? connection
            .preparedQuery(TAKE)
            .execute(
                Tuple.of(consultation.brandId(), consultation.id(), name, key, Columns.time(at)))
            .map(rows -> rows.rowCount() == 1)
        : Uni.createFrom().item(false);
  }
}
