package io.talkgate.browser;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Stores 100,000 consultations with 20 messages each: ninety-five of a hundred closed, the rest
 * shared among the other states, over half a year. As the server's superuser, past the triggers: it
 * is about reading.
 */
final class ManyMessages {
  private static final int CONSULTATIONS = 100_000;
  private static final int MESSAGES = 20;

  private static final String CUSTOMERS =
      """
      insert into customers (brand_id, id, link_id, talktalk_user, nickname, created_at, last_event_at)
      select '%1$s', md5('customer' || i)::uuid, '%2$s', 'user' || i, '고객' || i, now(), now()
      from generate_series(1, %3$d) i
      """;

  private static final String OF_STATES =
      """
      insert into consultations (brand_id, id, link_id, customer_id, status, thread, customer_left, unread_count,
        answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at, last_activity_at, closed_at,
        close_reason)
      select '%1$s', md5('consultation' || i)::uuid, '%2$s', md5('customer' || i)::uuid,
        case when i %% 100 < 95 then 'CLOSED' when i %% 100 < 97 then 'WAITING' when i %% 100 < 99 then 'IN_PROGRESS' else 'ON_HOLD' end,
        'TALKGATE', false, i %% 3, true, false, t, t, t, t + interval '1 hour',
        case when i %% 100 < 95 then t + interval '1 hour' end, case when i %% 100 < 95 then 'AGENT' end
      from generate_series(1, %3$d) i, lateral (select now() - interval '180 days' * (i / %3$d.0) as t) at
      """;

  private static final String TALK =
      """
      insert into messages (brand_id, id, customer_id, consultation_id, direction, author_type, content, search_text, created_at)
      select '%1$s', md5('message' || i || '.' || j)::uuid, md5('customer' || i)::uuid, md5('consultation' || i)::uuid,
        case when j %% 2 = 0 then 'INBOUND' else 'OUTBOUND' end, case when j %% 2 = 0 then 'CUSTOMER' else 'AGENT' end,
        jsonb_build_object('type', 'TEXT', 'text', '상담 ' || i || '의 메시지 ' || j), '상담 ' || i || '의 메시지 ' || j,
        now() - interval '180 days' * (i / %3$d.0) + interval '2 minutes' * j
      from generate_series(1, %3$d) i, generate_series(1, %4$d) j
      """;

  private ManyMessages() {}

  static void store(int port, String brandId, String linkId) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/talkgate", "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String insert : new String[] {CUSTOMERS, OF_STATES, TALK}) {
        statement.execute(insert.formatted(brandId, linkId, CONSULTATIONS, MESSAGES));
      }
      statement.execute("vacuum (analyze) customers, consultations, messages");
    }
  }
}
