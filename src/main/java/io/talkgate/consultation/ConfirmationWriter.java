package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Lanes.LaneMessage;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes which messages were confirmed by their echoes, and lets their lanes go on. Nothing is sent
 * because of an echo but what waits behind the message.
 */
@Startup
@Singleton
class ConfirmationWriter {
  /**
   * Whether the echo or NAVER's answer came first shows in nothing: what was confirmed needs no
   * code.
   */
  private static final String CONFIRM =
      """
      update messages m
      set delivery_status = 'CONFIRMED', delivery_code = null, delivery_reason = null, delivery_words = null,
        delivery_at = n.at,
        talktalk_message_id = coalesce(n.number, m.talktalk_message_id)
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[]) as n (brand_id, id, number, at)
      where m.brand_id = n.brand_id and m.id = n.id
      returning extract(epoch from n.at - m.created_at)::float8 as seconds
      """;

  private final Timer timer;

  ConfirmationWriter(MeterRegistry metrics) {
    timer =
        Timer.builder("talkgate.delivery.confirmed")
            .description("From the writing of a message to the echo that confirms it")
            .publishPercentileHistogram()
            .register(metrics);
  }

  Uni<Void> write(SqlConnection connection, List<Scene> scenes) {
    List<LaneMessage> lanes = scenes.stream().flatMap(scene -> lanes(scene).stream()).toList();
    if (lanes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Confirmation> confirmed =
        scenes.stream().flatMap(scene -> scene.confirmed().stream()).toList();
    Tuple columns =
        Tuple.of(
            uuids(lanes, LaneMessage::brandId),
            uuids(confirmed, Confirmation::messageId),
            longs(confirmed, Confirmation::talktalkMessageId),
            times(confirmed, Confirmation::at));
    return Uni.join()
        .all(
            Lanes.free(connection, lanes),
            connection
                .preparedQuery(CONFIRM)
                .execute(columns)
                .invoke(this::record)
                .replaceWithVoid())
        .andFailFast()
        .replaceWithVoid();
  }

  private static List<LaneMessage> lanes(Scene scene) {
    CustomerRow customer = scene.customer();
    return scene.confirmed().stream()
        .map(one -> new LaneMessage(customer.brandId(), customer.id(), one.messageId()))
        .toList();
  }

  private void record(RowSet<Row> rows) {
    rows.forEach(row -> timer.record(LaneColumns.duration(Math.max(0, row.getDouble("seconds")))));
  }
}
