package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The table {@code gap_checks}: customers whose numbers leapt. Events only ask for the look, which
 * costs a batch nothing unless a number leaps; {@link GapWatch} looks later, when what was under
 * way has come.
 */
final class GapChecks {
  /** NAVER calls for several messages at once, and an echo comes within seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String ASK =
      """
      insert into gap_checks as g (brand_id, customer_id, since, due_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
      on conflict (brand_id, customer_id) do update set since = least(g.since, excluded.since)
      """;

  private static final String TAKE =
      "delete from gap_checks where brand_id = $1 and customer_id = $2 and due_at <= $3 returning since";

  private GapChecks() {}

  /** Has the customers looked at whose numbers leapt; under their locks. */
  static Uni<Void> ask(SqlConnection connection, List<Scene> scenes) {
    List<Scene> leapt = scenes.stream().filter(scene -> scene.leapAt() != null).toList();
    if (leapt.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.of(
            uuids(leapt, scene -> scene.customer().brandId()),
            uuids(leapt, scene -> scene.customer().id()),
            times(leapt, GapChecks::leapAt),
            times(leapt, scene -> leapAt(scene).plus(PATIENCE)));
    return connection.preparedQuery(ASK).execute(columns).replaceWithVoid();
  }

  private static Instant leapAt(Scene scene) {
    return Objects.requireNonNull(scene.leapAt(), "it leapt");
  }

  /** Takes the look upon oneself; answers since when new gaps are to be told, if one is due. */
  static Uni<Optional<Instant>> take(
      SqlConnection connection, UUID brandId, UUID customerId, Instant now) {
    return connection
        .preparedQuery(TAKE)
        .execute(Tuple.of(brandId, customerId, Columns.time(now)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> Rows.time(row, "since"))
                    .findFirst());
  }
}
