package io.talkgate.deliverybench;

import io.talkgate.bench.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Queues messages by the statements of {@code consultation.Replies} and {@code Lanes}, for many
 * customers at once; in one transaction, as there. The replicas are not told and find them at their
 * next poll, as they find those of another replica.
 */
final class Queueing {
  private static final String MESSAGES =
      """
      insert into messages (brand_id, id, customer_id, consultation_id, direction, author_type, author_name, content,
        search_text, created_at, delivery_status)
      select c.brand_id, gen_random_uuid(), c.customer_id, c.consultation_id, 'OUTBOUND', 'AGENT', 'agent',
        jsonb_build_object('type', 'TEXT', 'text', ? || ' ' || n.number), ? || ' ' || n.number,
        now() + n.number * interval '1 microsecond', 'QUEUED'
      from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::integer[])
        as c (brand_id, customer_id, consultation_id, first_number)
      cross join lateral generate_series(c.first_number, c.first_number + ? - 1) as n (number)
      """;

  private static final String PACES =
      """
      insert into delivery_links (brand_id, link_id)
      select distinct brand_id, link_id from unnest(?::uuid[], ?::uuid[]) as c (brand_id, link_id)
      order by link_id
      on conflict do nothing
      """;

  private static final String LANES =
      """
      insert into delivery_lanes as a (brand_id, customer_id, link_id, state, due_at, queued_count, waiting_since)
      select c.brand_id, c.customer_id, c.link_id, 'READY', delivery_now(), ?, delivery_now()
      from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as c (brand_id, customer_id, link_id)
      order by c.brand_id, c.customer_id
      on conflict (brand_id, customer_id) do update set
        queued_count = a.queued_count + excluded.queued_count,
        state = case a.state when 'IDLE' then 'READY' else a.state end,
        due_at = case a.state when 'IDLE' then excluded.due_at else a.due_at end,
        waiting_since = case a.state when 'IDLE' then excluded.waiting_since else a.waiting_since end
      """;

  private final Database database;
  private final String run;
  private final Map<String, Integer> queued = new HashMap<>();

  /** Messages of one run, which their texts tell. */
  Queueing(Database database, String run) {
    this.database = database;
    this.run = run;
  }

  String run() {
    return run;
  }

  /** How many messages were queued for each user. */
  Map<String, Integer> queued() {
    return queued;
  }

  int total() {
    return queued.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Queues so many messages for each of these customers, numbered on. */
  void add(List<Customer> customers, int each) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      run(connection, MESSAGES, messages(customers, each));
      run(connection, PACES, List.of(ids(customers, Customer::brandId), links(customers)));
      run(
          connection,
          LANES,
          List.of(
              each,
              ids(customers, Customer::brandId),
              ids(customers, Customer::id),
              links(customers)));
      connection.commit();
    }
    customers.forEach(customer -> queued.merge(customer.user(), each, Integer::sum));
  }

  private List<Object> messages(List<Customer> customers, int each) {
    return List.of(
        run,
        run,
        ids(customers, Customer::brandId),
        ids(customers, Customer::id),
        ids(customers, Customer::consultationId),
        customers.stream().map(one -> queued.getOrDefault(one.user(), 0)).toArray(Integer[]::new),
        each);
  }

  private static void run(Connection connection, String sql, Collection<Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int place = 0;
      for (Object value : values) {
        statement.setObject(++place, value);
      }
      statement.executeUpdate();
    }
  }

  private static UUID[] links(List<Customer> customers) {
    return ids(customers, Customer::linkId);
  }

  private static UUID[] ids(List<Customer> customers, Function<Customer, UUID> id) {
    return customers.stream().map(id).toArray(UUID[]::new);
  }
}
