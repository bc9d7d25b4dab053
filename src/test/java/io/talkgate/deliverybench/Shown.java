package io.talkgate.deliverybench;

import io.talkgate.bench.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A message as agents see it.
 *
 * @param text tells which of the user's messages it is
 * @param status of its delivery; {@code NONE} of an echo that became a message of its own
 */
record Shown(UUID id, UUID consultationId, String user, String text, String status, int attempts) {
  private static final String FIND =
      """
      select m.id, m.consultation_id, c.talktalk_user, m.content->>'text', coalesce(m.delivery_status, 'NONE'), m.delivery_attempts
      from messages m join customers c on c.brand_id = m.brand_id and c.id = m.customer_id
      where m.direction = 'OUTBOUND' and m.content->>'text' like ?
      order by m.created_at
      """;

  /** All of a run, the oldest first. */
  static List<Shown> of(Database database, String run) throws SQLException {
    List<Shown> all = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, run + " %");
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(
              new Shown(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getInt(6)));
        }
      }
    }
    return all;
  }

  boolean isUnknown() {
    return status.equals("UNKNOWN");
  }
}
