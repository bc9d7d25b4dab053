package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.texts;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how customers rated their consultations; no rating costs nothing. */
final class RatingWriter {
  private static final String WRITE =
      """
      update consultations k set
        rating = coalesce(n.score::smallint, k.rating), rating_comment = coalesce(n.comment, k.rating_comment),
        rated_at = coalesce(case when n.score is not null then n.at end, k.rated_at),
        comment_until = case when n.comment is null then n.at + interval '1 hour' end
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::timestamptz[])
        as n (brand_id, id, customer_id, score, comment, at)
      where k.brand_id = n.brand_id and k.id = n.id and k.customer_id = n.customer_id
      """;

  private RatingWriter() {}

  static Uni<Void> write(SqlConnection connection, List<Scene> scenes) {
    List<Line> lines =
        scenes.stream()
            .flatMap(
                scene -> scene.rated().stream().map(rated -> new Line(scene.customer(), rated)))
            .toList();
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(lines, line -> line.customer().brandId()))
            .addValue(uuids(lines, line -> line.rated().consultationId()))
            .addValue(uuids(lines, line -> line.customer().id()))
            .addValue(longs(lines, line -> score(line.rated())))
            .addValue(texts(lines, line -> line.rated().comment()))
            .addValue(times(lines, line -> line.rated().at()));
    return ChangeWriter.execute(connection, WRITE, lines, columns);
  }

  private static @Nullable Long score(Rated rated) {
    return rated.score() == null ? null : rated.score().longValue();
  }

  private record Line(CustomerRow customer, Rated rated) {}
}
