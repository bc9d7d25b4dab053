package io.talkgate.platform.sealing;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The table {@code encryption_keys}: with which keys values in the database are sealed. */
@Singleton
class KeysInUse {
  private static final String NOTE =
      """
      insert into encryption_keys as known (key_id, proof) values ($1, $2)
      on conflict (key_id) do update set in_use = true where not known.in_use
      """;

  private static final String OTHERS =
      "select key_id from encryption_keys where key_id <> $1 and in_use";

  /**
   * An older one than ours: of two replicas that seal with different keys while a rotation is
   * rolled out, only the one with the newer key reseals.
   */
  private static final String CLAIM =
      """
      select key_id from encryption_keys
      where in_use and since < (select since from encryption_keys where key_id = $1)
      order by since limit 1
      for update skip locked
      """;

  private static final String OUT_OF_USE =
      "update encryption_keys set in_use = false where key_id = $1";

  private final Sealing sealing;

  KeysInUse(Sealing sealing) {
    this.sealing = sealing;
  }

  /** Notes the key that seals now; answers how many others are in use. */
  Uni<Integer> note(SqlConnection connection) {
    SealingKey key = sealing.key();
    byte[] proof = sealing.seal(new byte[0], key.owner());
    return connection
        .preparedQuery(NOTE)
        .execute(Tuple.of(key.id(), Columns.bytes(proof)))
        .chain(() -> connection.preparedQuery(OTHERS).execute(Tuple.of(key.id())))
        .map(rows -> rows.rowCount());
  }

  /** An older key, for this transaction alone; empty if there is none or somebody else is at it. */
  Uni<Optional<SealingKey>> claimOlder(SqlConnection connection) {
    return connection
        .preparedQuery(CLAIM)
        .execute(Tuple.of(sealing.key().id()))
        .map(rows -> Columns.list(rows, row -> new SealingKey(row.getInteger("key_id"))))
        .map((List<SealingKey> keys) -> keys.stream().findFirst());
  }

  /** Nothing is sealed with it any more. */
  Uni<Void> outOfUse(SqlConnection connection, SealingKey key) {
    return connection.preparedQuery(OUT_OF_USE).execute(Tuple.of(key.id())).replaceWithVoid();
  }
}
