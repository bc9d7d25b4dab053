package io.talkgate.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who did what, when and from where, within the transaction that does it: both are kept
 * or neither. Entries are only added; they are kept for two years.
 */
@Singleton
public class Audit {
  private static final String RECORD =
      """
      insert into audit_log (brand_id, id, at, actor_id, actor_name, actor_role, address, action, subject_id, details)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, cast(cast($10 as text) as jsonb))
      """;

  private static final String RECORD_BY_HIBERNATE = RECORD.replace('$', '?');
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Stamps stamps;

  Audit(Stamps stamps) {
    this.stamps = stamps;
  }

  /** Records a caller's deed in the connection's transaction. */
  public Uni<Void> record(SqlConnection connection, Caller caller, Deed deed) {
    return connection
        .preparedQuery(RECORD)
        .execute(Tuple.from(values(caller, deed)))
        .replaceWithVoid();
  }

  /** Records a caller's deed in the session's transaction, after what the session has to write. */
  public Uni<Void> record(Mutiny.Session session, Caller caller, Deed deed) {
    var query = session.createNativeQuery(RECORD_BY_HIBERNATE);
    int position = 1;
    for (Object value : values(caller, deed)) {
      query.setParameter(position++, value);
    }
    return session.flush().chain(query::executeUpdate).replaceWithVoid();
  }

  private List<@Nullable Object> values(Caller caller, Deed deed) {
    Stamp stamp = stamps.next();
    return Arrays.asList(
        deed.brandId(),
        stamp.id(),
        Columns.time(stamp.at()),
        caller.memberId(),
        caller.name(),
        caller.role().name(),
        caller.address(),
        deed.action().name(),
        deed.subjectId(),
        json(deed));
  }

  private static String json(Deed deed) {
    try {
      return MAPPER.writeValueAsString(deed.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the details of " + deed.action(), e);
    }
  }
}
