package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.sealing.Owner;
import io.talkgate.platform.sealing.Sealing;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of all events: what NAVER sent, byte for byte and sealed, and what became of it. */
@Singleton
class EventLedger {
  /** At most so many parked events are taken up in one transaction. */
  static final int PARKED_AT_ONCE = 200;

  /** And at most so many bytes of theirs, of which each may have 10 MiB. */
  private static final long PARKED_BYTES = 4L * 1024 * 1024;

  private static final String PROFILE = "profile";

  private static final String INSERT =
      """
      insert into events (brand_id, id, link_id, talktalk_user, event, state, error, body, received_at, applied_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::bytea[], $9::timestamptz[], $10::timestamptz[])
      on conflict (brand_id, id) do nothing
      """;

  private static final String KEPT =
      "select id from events where (brand_id, id) in (select * from unnest($1::uuid[],"
          + " $2::uuid[]))";

  /**
   * Only of approved links: those of others wait, however many events come. The first is taken up
   * whatever its size.
   */
  private static final String PARKED =
      """
      with oldest as (
        select e.brand_id, e.id, e.received_at, octet_length(e.body) as bytes
        from events e
        join unnest($1::uuid[], $2::uuid[], $3::text[]) as k (brand_id, link_id, talktalk_user)
          using (brand_id, link_id, talktalk_user)
        join links l on l.brand_id = e.brand_id and l.id = e.link_id and l.status = 'APPROVED'
        where e.state = 'PARKED'
        order by e.received_at, e.id
        limit $4
      ), summed as (
        select brand_id, id, bytes, sum(bytes) over (order by received_at, id) as so_far from oldest
      )
      select e.brand_id, e.id, e.link_id, e.received_at, e.body
      from events e join summed s using (brand_id, id)
      where s.so_far <= $5 or s.so_far = s.bytes
      order by e.received_at, e.id
      """;

  private static final String BACKLOG =
      """
      select distinct e.brand_id, e.link_id, e.talktalk_user
      from events e
      join unnest($1::uuid[], $2::uuid[], $3::text[]) as k (brand_id, link_id, talktalk_user)
        using (brand_id, link_id, talktalk_user)
      where e.state = 'PARKED' and e.id <> all($4::uuid[])
      """;

  private static final String APPLIED =
      """
      update events set state = 'APPLIED', applied_at = $3, body = case when event = 'profile' then null else body end
      where (brand_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
      """;

  private static final String FAIL_OLDEST =
      """
      update events set state = 'FAILED', error = $4
      where brand_id = $1 and id = (
        select id from events
        where brand_id = $1 and link_id = $2 and talktalk_user = $3 and state = 'PARKED'
        order by received_at, id limit 1)
      """;

  /** What was to be read of them is taken back: there is nothing to do any more. */
  private static final String FORGET_PROFILES =
      """
      update events set state = 'APPLIED', applied_at = $5, error = null, body = null
      where brand_id = $1 and link_id = $2 and talktalk_user = $3 and event = 'profile' and received_at <= $4
        and state in ('PARKED', 'FAILED')
      """;

  private static final String PARKED_CUSTOMERS =
      """
      select distinct e.talktalk_user from events e
      join links l on l.brand_id = e.brand_id and l.id = e.link_id and l.status = 'APPROVED'
      where e.brand_id = $1 and e.link_id = $2 and e.state = 'PARKED' limit $3
      """;

  private final Sealing sealing;
  private final Clock clock;

  EventLedger(Sealing sealing, Clock clock) {
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Those of the entries that were kept before. */
  Uni<Set<UUID>> kept(SqlConnection connection, List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Tuple ids =
        Tuple.of(
            Columns.uuids(entries, LedgerEntry::brandId),
            Columns.uuids(entries, entry -> entry.stamp().id()));
    return connection
        .preparedQuery(KEPT)
        .execute(ids)
        .map(rows -> new HashSet<>(Columns.list(rows, row -> row.getUUID("id"))));
  }

  /** Writes the lines but those that are there. */
  Uni<Void> insert(SqlConnection connection, List<LedgerLine> lines) {
    if (lines.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    long bytes = lines.stream().mapToLong(line -> line.entry().body().length).sum();
    return LargeWork.of(bytes, () -> columns(lines))
        .chain(columns -> connection.preparedQuery(INSERT).execute(columns))
        .replaceWithVoid();
  }

  private Tuple columns(List<LedgerLine> lines) {
    return Tuple.tuple()
        .addValue(Columns.uuids(lines, line -> line.entry().brandId()))
        .addValue(Columns.uuids(lines, line -> line.entry().stamp().id()))
        .addValue(Columns.uuids(lines, line -> line.entry().linkId()))
        .addValue(Columns.texts(lines, line -> userOf(line.entry())))
        .addValue(Columns.texts(lines, line -> line.entry().name()))
        .addValue(Columns.texts(lines, LedgerLine::state))
        .addValue(Columns.texts(lines, line -> line.entry().error()))
        .addValue(lines.stream().map(this::sealedBody).toArray(Buffer[]::new))
        .addValue(Columns.times(lines, line -> line.entry().stamp().at()))
        .addValue(
            Columns.times(
                lines, line -> line.state() == EventState.APPLIED ? clock.instant() : null));
  }

  /**
   * The parked events of these customers, oldest first, at most {@code limit} and 4 MiB, but at
   * least one if there is any.
   */
  Uni<List<LedgerEntry>> parked(SqlConnection connection, List<CustomerKey> customers, int limit) {
    if (customers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return connection
        .preparedQuery(PARKED)
        .execute(CustomerKey.columns(customers).addValue(limit).addValue(PARKED_BYTES))
        .chain(rows -> LargeWork.of(bytes(rows), () -> Columns.list(rows, this::entry)));
  }

  private static long bytes(RowSet<Row> rows) {
    long bytes = 0;
    for (Row row : rows) {
      bytes += row.getBuffer("body").length();
    }
    return bytes;
  }

  /** Those of these customers who have more parked events than were read. */
  Uni<Set<CustomerKey>> backlog(
      SqlConnection connection, List<CustomerKey> customers, List<LedgerEntry> read) {
    Tuple columns =
        CustomerKey.columns(customers).addValue(Columns.uuids(read, entry -> entry.stamp().id()));
    return connection
        .preparedQuery(BACKLOG)
        .execute(columns)
        .map(
            rows ->
                new HashSet<>(
                    Columns.list(
                        rows,
                        row -> new CustomerKey(row.getUUID(0), row.getUUID(1), row.getString(2)))));
  }

  /** Notes that parked events have been applied. */
  Uni<Void> markApplied(SqlConnection connection, List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.of(
            Columns.uuids(entries, LedgerEntry::brandId),
            Columns.uuids(entries, entry -> entry.stamp().id()),
            Columns.time(clock.instant()));
    return connection.preparedQuery(APPLIED).execute(columns).replaceWithVoid();
  }

  /** Gives up a customer's oldest parked event; answers whether there was one. */
  Uni<Boolean> failOldestParked(SqlConnection connection, CustomerKey customer, String error) {
    return connection
        .preparedQuery(FAIL_OLDEST)
        .execute(Tuple.of(customer.brandId(), customer.linkId(), customer.user(), error))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Customers of the link who have parked events, at most {@code limit}. */
  Uni<List<CustomerKey>> parkedCustomers(
      SqlConnection connection, UUID brandId, UUID linkId, int limit) {
    return connection
        .preparedQuery(PARKED_CUSTOMERS)
        .execute(Tuple.of(brandId, linkId, limit))
        .map(rows -> Columns.list(rows, row -> new CustomerKey(brandId, linkId, row.getString(0))));
  }

  /**
   * Erases what profile events of the customer up to a time, parked or failed ones, say. Of those
   * that were applied nothing is kept.
   */
  Uni<Void> forgetProfiles(SqlConnection connection, CustomerRow customer, Instant until) {
    return connection
        .preparedQuery(FORGET_PROFILES)
        .execute(
            Tuple.of(
                customer.brandId(),
                customer.linkId(),
                customer.user(),
                Columns.time(until),
                Columns.time(clock.instant())))
        .replaceWithVoid();
  }

  /** Reads a row with its body, opened and parsed by the code of today. */
  LedgerEntry entry(Row row) {
    UUID brandId = row.getUUID("brand_id");
    UUID id = row.getUUID("id");
    byte[] body = sealing.open(row.getBuffer("body").getBytes(), owner(brandId, id));
    Stamp stamp = new Stamp(id, row.getOffsetDateTime("received_at").toInstant());
    return LedgerEntry.of(ReceivedEvent.of(stamp, brandId, row.getUUID("link_id"), body), true);
  }

  /** What a profile event says is kept in the customer's row alone, where it can be erased. */
  private @Nullable Buffer sealedBody(LedgerLine line) {
    LedgerEntry entry = line.entry();
    if (line.state() == EventState.APPLIED && PROFILE.equals(entry.name())) {
      return null;
    }
    byte[] sealed = sealing.seal(entry.body(), owner(entry.brandId(), entry.stamp().id()));
    return Columns.bytes(sealed);
  }

  private static @Nullable String userOf(LedgerEntry entry) {
    return entry.event() == null ? null : entry.event().user();
  }

  private static Owner owner(UUID brandId, UUID eventId) {
    return SealedConsultationColumns.BODY.owner(brandId, eventId);
  }
}
