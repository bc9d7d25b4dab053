package io.talkgate.platform.sealing;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** The statements about one sealed column. Rows that somebody else holds are left for later. */
final class SealedRows {
  /** Few at a time: while they are changed nobody else can change them. */
  static final int AT_ONCE = 200;

  /** And few bytes, of which one row may have 10 MiB; one row is read whatever its size. */
  private static final long BYTES_AT_ONCE = 1024 * 1024;

  private static final String READ =
      """
      with next as (
        select brand_id, id, octet_length(%2$s) as bytes from %1$s
        where (brand_id, id) > ($1, $2) and substring(%2$s from 1 for 5) = $3
        order by brand_id, id limit $4
      ), summed as (
        select brand_id, id, bytes, sum(bytes) over (order by brand_id, id) as so_far from next
      )
      select t.brand_id, t.id, t.%2$s as sealed
      from %1$s t join summed s on s.brand_id = t.brand_id and s.id = t.id
      where s.so_far <= $5 or s.so_far = s.bytes
      order by t.brand_id, t.id
      for no key update of t skip locked
      """;

  private static final String WRITE =
      """
      update %1$s t set %2$s = v.sealed
      from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as v (brand_id, id, sealed)
      where t.brand_id = v.brand_id and t.id = v.id
      """;

  private static final String ANY =
      "select exists (select from %1$s where substring(%2$s from 1 for 5) = $1)";

  private final SealedColumn column;

  SealedRows(SealedColumn column) {
    this.column = column;
  }

  /** The next rows after this one that are sealed with the key. */
  Uni<List<SealedRow>> read(SqlConnection connection, SealingKey key, SealedRow after) {
    return connection
        .preparedQuery(sql(READ))
        .execute(
            Tuple.of(
                after.brandId(), after.id(), Columns.bytes(key.prefix()), AT_ONCE, BYTES_AT_ONCE))
        .map(rows -> Columns.list(rows, SealedRows::row));
  }

  Uni<Void> write(SqlConnection connection, List<SealedRow> rows) {
    Tuple columns =
        Tuple.of(
            Columns.uuids(rows, SealedRow::brandId),
            Columns.uuids(rows, SealedRow::id),
            rows.stream().map(SealedRow::sealed).toArray(Buffer[]::new));
    return connection.preparedQuery(sql(WRITE)).execute(columns).replaceWithVoid();
  }

  /** True if anything is sealed with the key. */
  Uni<Boolean> any(SqlConnection connection, SealingKey key) {
    return connection
        .preparedQuery(sql(ANY))
        .execute(Tuple.of(Columns.bytes(key.prefix())))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  private String sql(String template) {
    return template.formatted(column.table(), column.name());
  }

  private static SealedRow row(Row row) {
    return new SealedRow(
        row.getUUID("brand_id"), row.getUUID("id"), row.getBuffer("sealed").getDelegate());
  }

  /** A row with its sealed value. */
  record SealedRow(UUID brandId, UUID id, Buffer sealed) {
    static final SealedRow BEFORE_ALL =
        new SealedRow(new UUID(0, 0), new UUID(0, 0), Buffer.buffer());
  }
}
