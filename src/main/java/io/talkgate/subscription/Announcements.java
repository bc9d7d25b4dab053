package io.talkgate.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where rooms say what happened; whoever subscribed to it is told soon after the commit. */
@Singleton
public class Announcements {
  private static final String PUBLISH =
      """
      insert into outgoing_webhooks (brand_id, subscription_id, event_id, type, body, created_at, due_at)
      select s.brand_id, s.id, n.event_id, n.type, n.body, $5, $5
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as n (brand_id, event_id, type, body)
      join subscriptions s on s.brand_id = n.brand_id and n.type = any(s.types)
      order by s.brand_id, s.id, n.event_id
      on conflict do nothing
      """;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Clock clock;

  Announcements(Clock clock) {
    this.clock = clock;
  }

  /** Queues them in the connection's transaction: told if, and only if, it is committed. */
  public Uni<Void> publish(SqlConnection connection, List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(PUBLISH)
        .execute(
            Tuple.of(
                Columns.uuids(announcements, Announcement::brandId),
                Columns.uuids(announcements, Announcement::id),
                Columns.texts(announcements, announcement -> announcement.type().text()),
                Columns.texts(announcements, Announcements::body),
                Columns.time(clock.instant())))
        .replaceWithVoid();
  }

  /** As Standard Webhooks has it. */
  private static String body(Announcement announcement) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", announcement.type().text());
    body.put("timestamp", announcement.at().toString());
    body.put("data", announcement.data());
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + announcement.type(), e);
    }
  }
}
