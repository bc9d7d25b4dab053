package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sets the scenes of customers: takes the customers' rows, which are the locks, then reads what
 * stands behind them.
 */
@ApplicationScoped
class SceneStore {
  private static final String LINKS =
      "select id, status, extract(epoch from reopen_window)::bigint as reopen_seconds from links where id = any($1) order by id for share";

  /** Rows that somebody else holds are left out: one customer must not delay the others. */
  private static final String LOCK_FREE_CUSTOMERS =
      """
      select c.* from customers c
      join unnest($1::uuid[], $2::uuid[], $3::text[]) as k (brand_id, link_id, talktalk_user)
        using (brand_id, link_id, talktalk_user)
      order by c.brand_id, c.id
      for update of c skip locked
      """;

  /**
   * Makes the rows that are missing; those that exist, but are held by somebody else, stay out of
   * the answer.
   */
  private static final String MAKE_CUSTOMERS =
      """
      insert into customers (brand_id, id, link_id, talktalk_user, created_at, last_event_at)
      select brand_id, id, link_id, talktalk_user, created_at, 'epoch'
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[])
        as k (brand_id, id, link_id, talktalk_user, created_at)
      on conflict (brand_id, link_id, talktalk_user) do nothing
      returning *
      """;

  private static final String LATEST_CONSULTATIONS =
      """
      select k.* from unnest($1::uuid[], $2::uuid[]) as c (brand_id, id)
      cross join lateral (
        select * from consultations
        where brand_id = c.brand_id and customer_id = c.id
        order by coalesce(closed_at, 'infinity') desc, opened_at desc
        limit 1) k
      """;

  private static final String AWAITING_ECHO =
      """
      select m.customer_id, m.id, m.content::text as content from messages m
      join unnest($1::uuid[], $2::uuid[]) as c (brand_id, customer_id) using (brand_id, customer_id)
      where m.delivery_status in ('SENDING', 'SENT', 'UNKNOWN')
      order by m.created_at, m.id
      """;

  private final Stamps stamps;

  SceneStore(Stamps stamps) {
    this.stamps = stamps;
  }

  /** The links' standing, held as it is until the transaction ends. */
  Uni<Map<UUID, LinkStanding>> links(SqlConnection connection, List<UUID> linkIds) {
    return connection
        .preparedQuery(LINKS)
        .execute(Tuple.of(linkIds.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, LinkStanding> standings = new HashMap<>();
              rows.forEach(row -> standings.put(row.getUUID("id"), Rows.linkStanding(row)));
              return standings;
            });
  }

  /**
   * The scenes of these customers, whose rows are locked and made where missing. Customers whose
   * row somebody else holds have none in the answer.
   */
  Uni<Map<CustomerKey, Scene>> set(
      SqlConnection connection, List<CustomerKey> keys, Map<UUID, LinkStanding> links) {
    List<CustomerKey> sorted = keys.stream().distinct().sorted(CustomerKey.ORDER).toList();
    return lockFree(connection, sorted)
        .chain(
            locked -> make(connection, missing(sorted, locked)).map(made -> joined(locked, made)))
        .chain(customers -> behind(connection, customers, links));
  }

  private static List<CustomerKey> missing(List<CustomerKey> keys, List<CustomerRow> locked) {
    Set<CustomerKey> found = locked.stream().map(CustomerRow::key).collect(Collectors.toSet());
    return keys.stream().filter(key -> !found.contains(key)).toList();
  }

  private static List<CustomerRow> joined(List<CustomerRow> locked, List<CustomerRow> made) {
    return Stream.concat(locked.stream(), made.stream()).toList();
  }

  private Uni<List<CustomerRow>> lockFree(SqlConnection connection, List<CustomerKey> keys) {
    Tuple columns =
        Tuple.of(
            Columns.uuids(keys, CustomerKey::brandId),
            Columns.uuids(keys, CustomerKey::linkId),
            Columns.texts(keys, CustomerKey::user));
    return connection
        .preparedQuery(LOCK_FREE_CUSTOMERS)
        .execute(columns)
        .map(rows -> Columns.list(rows, Rows::customer));
  }

  private Uni<List<CustomerRow>> make(SqlConnection connection, List<CustomerKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Stamp> made = keys.stream().map(key -> stamps.next()).toList();
    Tuple columns =
        Tuple.of(
            Columns.uuids(keys, CustomerKey::brandId),
            Columns.uuids(made, Stamp::id),
            Columns.uuids(keys, CustomerKey::linkId),
            Columns.texts(keys, CustomerKey::user),
            Columns.times(made, Stamp::at));
    return connection
        .preparedQuery(MAKE_CUSTOMERS)
        .execute(columns)
        .map(rows -> Columns.list(rows, Rows::customer));
  }

  private Uni<Map<CustomerKey, Scene>> behind(
      SqlConnection connection, List<CustomerRow> customers, Map<UUID, LinkStanding> links) {
    Tuple columns =
        Tuple.of(
            Columns.uuids(customers, CustomerRow::brandId),
            Columns.uuids(customers, CustomerRow::id));
    return latest(connection, columns)
        .chain(
            latest ->
                awaiting(connection, columns)
                    .map(awaiting -> scenes(customers, latest, awaiting, links)));
  }

  private Uni<Map<UUID, ConsultationRow>> latest(SqlConnection connection, Tuple columns) {
    return connection
        .preparedQuery(LATEST_CONSULTATIONS)
        .execute(columns)
        .map(
            rows -> {
              Map<UUID, ConsultationRow> byCustomer = new HashMap<>();
              rows.forEach(
                  row -> byCustomer.put(row.getUUID("customer_id"), Rows.consultation(row)));
              return byCustomer;
            });
  }

  private Uni<Map<UUID, List<AwaitingEcho>>> awaiting(SqlConnection connection, Tuple columns) {
    return connection
        .preparedQuery(AWAITING_ECHO)
        .execute(columns)
        .map(
            rows -> {
              Map<UUID, List<AwaitingEcho>> byCustomer = new HashMap<>();
              rows.forEach(
                  row ->
                      byCustomer
                          .computeIfAbsent(row.getUUID("customer_id"), id -> new ArrayList<>())
                          .add(
                              new AwaitingEcho(
                                  row.getUUID("id"), Json.content(row.getString("content")))));
              return byCustomer;
            });
  }

  private Map<CustomerKey, Scene> scenes(
      List<CustomerRow> customers,
      Map<UUID, ConsultationRow> latest,
      Map<UUID, List<AwaitingEcho>> awaiting,
      Map<UUID, LinkStanding> links) {
    Map<CustomerKey, Scene> scenes = new HashMap<>();
    for (CustomerRow customer : customers) {
      LinkStanding link = links.get(customer.linkId());
      Duration window = link == null ? Duration.ZERO : link.reopenWindow();
      scenes.put(
          customer.key(),
          new Scene(
              customer,
              latest.get(customer.id()),
              awaiting.getOrDefault(customer.id(), List.of()),
              window,
              stamps::id));
    }
    return scenes;
  }
}
