package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sets the scenes of customers: takes the customers' rows, which are the locks, then reads what
 * stands behind them.
 */
@Singleton
class SceneStore {
  private static final String LINKS =
      "select id, status, extract(epoch from reopen_window)::bigint as reopen_seconds from links where id = any($1) order by id for share";

  /**
   * Rows that somebody else holds are left out: one customer must not delay the others. Whether the
   * customer has parked events is asked along. Those of before the approval are seen, since the
   * link's row is held by now; others are parked only behind one that is.
   */
  private static final String LOCK_FREE_CUSTOMERS =
      """
      select c.id, c.brand_id, c.link_id, c.talktalk_user, c.friend, c.under14, c.under19, c.blocked, c.last_event_at,
        c.last_talktalk_message_id,
        exists (select from events e where e.brand_id = c.brand_id and e.link_id = c.link_id
          and e.talktalk_user = c.talktalk_user and e.state = 'PARKED') as has_parked
      from customers c
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
      returning id, brand_id, link_id, talktalk_user, friend, under14, under19, blocked, last_event_at,
        last_talktalk_message_id
      """;

  private static final String LATEST_CONSULTATIONS =
      """
      select k.* from customers c
      join unnest($1::uuid[], $2::uuid[], $3::text[]) as u (brand_id, link_id, talktalk_user)
        using (brand_id, link_id, talktalk_user)
      cross join lateral (
        select %s from consultations
        where brand_id = c.brand_id and customer_id = c.id
        order by coalesce(closed_at, 'infinity'::timestamptz) desc, opened_at desc
        limit 1) k
      """
          .formatted(Rows.CONSULTATION);

  private final Stamps stamps;

  SceneStore(Stamps stamps) {
    this.stamps = stamps;
  }

  /**
   * Takes links as they stand and those rows of customers that exist and that nobody holds. All
   * goes out at once; each statement sees what was committed when the ones before it had their
   * locks.
   *
   * @param echoing those of the customers of whom there is an echo
   */
  Uni<Held> hold(
      SqlConnection connection,
      List<UUID> linkIds,
      List<CustomerKey> keys,
      List<CustomerKey> echoing) {
    if (keys.isEmpty()) {
      return links(connection, linkIds)
          .map(links -> new Held(links, List.of(), Set.of(), Map.of(), Map.of()));
    }
    Tuple columns = CustomerKey.columns(keys);
    return Uni.combine()
        .all()
        .unis(
            links(connection, linkIds),
            lockFree(connection, columns),
            latest(connection, columns),
            AwaitingEchoes.of(connection, echoing))
        .with(
            (links, locked, latest, awaiting) ->
                new Held(
                    links,
                    locked.stream().map(Locked::row).toList(),
                    locked.stream()
                        .filter(Locked::hasParked)
                        .map(one -> one.row().key())
                        .collect(Collectors.toSet()),
                    latest,
                    awaiting));
  }

  /** A customer's row that nobody else held. */
  private record Locked(CustomerRow row, boolean hasParked) {}

  /** Makes these rows of approved links' customers; those somebody else makes stay out. */
  Uni<Held> makeMissing(SqlConnection connection, Held held, List<CustomerKey> missing) {
    return missing.isEmpty()
        ? Uni.createFrom().item(held)
        : make(connection, missing).map(held::with);
  }

  /** The scenes of the customers held whose links are approved. */
  Map<CustomerKey, Scene> set(Held held) {
    Map<CustomerKey, Scene> scenes = new HashMap<>();
    for (CustomerRow customer : held.customers()) {
      if (held.isApproved(customer.key())) {
        scenes.put(customer.key(), scene(held, customer));
      }
    }
    return scenes;
  }

  private Scene scene(Held held, CustomerRow customer) {
    return new Scene(
        customer,
        held.latest().get(customer.id()),
        held.awaiting().getOrDefault(customer.id(), List.of()),
        Objects.requireNonNull(held.links().get(customer.linkId())).reopenWindow(),
        stamps::id);
  }

  private static Uni<Map<UUID, LinkStanding>> links(SqlConnection connection, List<UUID> linkIds) {
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

  private static Uni<List<Locked>> lockFree(SqlConnection connection, Tuple columns) {
    return connection
        .preparedQuery(LOCK_FREE_CUSTOMERS)
        .execute(columns)
        .map(
            rows ->
                Columns.list(
                    rows, row -> new Locked(Rows.customer(row), row.getBoolean("has_parked"))));
  }

  private Uni<List<CustomerRow>> make(SqlConnection connection, List<CustomerKey> keys) {
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

  private static Uni<Map<UUID, ConsultationRow>> latest(SqlConnection connection, Tuple columns) {
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
}
