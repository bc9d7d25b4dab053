package io.talkgate.platform.sealing;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.sealing.SealedRows.SealedRow;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One walk through all sealed columns after what one key has sealed. Where it stands is kept in
 * memory alone: what is resealed is not met again, so a walk that begins anew only reads more.
 */
final class ResealingWalk {
  private static final Logger LOG = Logger.getLogger(ResealingWalk.class);

  private final Sealing sealing;
  private final List<SealedColumn> columns;
  private final Counter resealed;
  private final SealingKey old;
  private int at;
  private SealedRow last = SealedRow.BEFORE_ALL;

  ResealingWalk(Sealing sealing, List<SealedColumn> columns, Counter resealed, SealingKey old) {
    this.sealing = sealing;
    this.columns = columns;
    this.resealed = resealed;
    this.old = old;
  }

  boolean isOf(SealingKey key) {
    return old.equals(key);
  }

  boolean isOver() {
    return at == columns.size();
  }

  /** Reseals the next rows in the connection's transaction. */
  Uni<Void> step(SqlConnection connection) {
    SealedRows rows = new SealedRows(columns.get(at));
    return rows.read(connection, old, last)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem().invoke(this::nextColumn)
                    : reseal(connection, rows, found));
  }

  /** True if nothing at all is sealed with the key any more. */
  Uni<Boolean> isDone(SqlConnection connection) {
    Uni<Boolean> any = Uni.createFrom().item(false);
    for (SealedColumn column : columns) {
      any =
          any.chain(
              found ->
                  found
                      ? Uni.createFrom().item(true)
                      : new SealedRows(column).any(connection, old));
    }
    return any.map(found -> !found);
  }

  private void nextColumn() {
    at++;
    last = SealedRow.BEFORE_ALL;
  }

  /** Opening and sealing may be about megabytes: not on an event loop. */
  private Uni<Void> reseal(SqlConnection connection, SealedRows rows, List<SealedRow> found) {
    SealedColumn column = columns.get(at);
    return Uni.createFrom()
        .item(() -> resealed(column, found))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(done -> rows.write(connection, done).invoke(() -> resealed.increment(done.size())))
        .invoke(() -> last = found.get(found.size() - 1));
  }

  private List<SealedRow> resealed(SealedColumn column, List<SealedRow> found) {
    List<SealedRow> sealed = new ArrayList<>();
    for (SealedRow row : found) {
      Owner owner = column.owner(row.brandId(), row.id());
      try {
        byte[] anew = sealing.seal(sealing.open(row.sealed().getBytes(), owner), owner);
        sealed.add(new SealedRow(row.brandId(), row.id(), Columns.bytes(anew)));
      } catch (IllegalStateException notToBeOpened) {
        LOG.errorf(
            "A value of %s in row %s of brand %s does not open; it stays as it is, and key %s in"
                + " use.",
            owner.column(), row.id(), row.brandId(), Integer.toUnsignedString(old.id()));
      }
    }
    return sealed;
  }
}
