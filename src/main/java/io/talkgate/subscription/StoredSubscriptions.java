package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.RequestKeys;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import io.talkgate.platform.sealing.Sealing;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code subscriptions}. */
@Singleton
class StoredSubscriptions implements Subscriptions {
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  /** Whatever happens is queued once for each of them. Calls of one moment may pass it by a few. */
  private static final int OF_A_BRAND = 20;

  private static final String ADD =
      """
      insert into subscriptions (brand_id, id, url, types, secret, created_at)
      select $1::uuid, $2::uuid, $3::text, $4::text[], $5::bytea, $6::timestamptz
      where (select count(*) from subscriptions where brand_id = $1) < $7
      returning *
      """;

  private static final String LIST =
      """
      select * from subscriptions
      where brand_id = $1 and (created_at, id) > ($2, $3)
      order by created_at, id
      limit $4
      """;

  private static final String FIND = "select * from subscriptions where brand_id = $1 and id = $2";

  private static final String CHANGE =
      "update subscriptions set url = $3, types = $4 where brand_id = $1 and id = $2 returning *";

  private static final String REMOVE =
      "delete from subscriptions where brand_id = $1 and id = $2 returning *";

  private final BrandTransactions brands;
  private final RequestKeys keys;
  private final Sealing sealing;
  private final Targets targets;
  private final Stamps stamps;

  StoredSubscriptions(
      BrandTransactions brands, RequestKeys keys, Sealing sealing, Targets targets, Stamps stamps) {
    this.brands = brands;
    this.keys = keys;
    this.sealing = sealing;
    this.targets = targets;
    this.stamps = stamps;
  }

  @Override
  public Uni<Result<Subscription>> add(
      Caller caller, String url, List<EventType> types, @Nullable RequestKey key) {
    if (targets.parse(url).isEmpty()) {
      return notToBeCalled();
    }
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                keys.claim(connection, caller, key, stamps.id())
                    .chain(
                        claim ->
                            claim.fold(
                                id -> insert(connection, caller.brand(), id, url, types),
                                id -> find(connection, caller.brand(), id),
                                () ->
                                    Uni.createFrom()
                                        .item(Result.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)))));
  }

  private Uni<Result<Subscription>> insert(
      SqlConnection connection, UUID brandId, UUID id, String url, List<EventType> types) {
    String secret = WebhookSecret.random().value();
    byte[] sealed = sealing.seal(secret, SealedSubscriptionColumns.SECRET.owner(brandId, id));
    return connection
        .preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addValue(brandId)
                .addValue(id)
                .addValue(url)
                .addValue(Columns.texts(types, EventType::text))
                .addValue(Columns.bytes(sealed))
                .addValue(Columns.time(stamps.next().at()))
                .addValue(OF_A_BRAND))
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Result.done(read(rows.iterator().next(), secret))
                    : Result.refused(ErrorCode.SUBSCRIPTION_LIMIT, OF_A_BRAND));
  }

  /** With its secret, for the repetition of the call that created it. */
  private Uni<Result<Subscription>> find(SqlConnection connection, UUID brandId, UUID id) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(brandId, id))
        .map(rows -> found(rows, row -> read(row, open(brandId, id, row))));
  }

  @Override
  public Uni<Page<Subscription>> list(Caller caller, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    return brands
        .of(caller)
        .query(
            LIST, Tuple.of(caller.brand(), Columns.time(after.at()), after.id(), page.limit() + 1))
        .map(
            rows ->
                Page.of(
                    Columns.list(rows, row -> read(row, null)),
                    page.limit(),
                    one -> new Cursor(one.createdAt(), one.id())));
  }

  @Override
  public Uni<Result<Subscription>> change(
      Caller caller, UUID id, String url, List<EventType> types) {
    if (targets.parse(url).isEmpty()) {
      return notToBeCalled();
    }
    return brands
        .of(caller)
        .query(CHANGE, Tuple.of(caller.brand(), id, url, Columns.texts(types, EventType::text)))
        .map(rows -> found(rows, row -> read(row, null)));
  }

  @Override
  public Uni<Result<Subscription>> remove(Caller caller, UUID id) {
    return brands
        .of(caller)
        .query(REMOVE, Tuple.of(caller.brand(), id))
        .map(rows -> found(rows, row -> read(row, null)));
  }

  private static Uni<Result<Subscription>> notToBeCalled() {
    return Uni.createFrom().item(Result.refused(Refusal.invalid("url", ValueRule.PUBLIC_URL)));
  }

  private static Result<Subscription> found(RowSet<Row> rows, Function<Row, Subscription> read) {
    return rows.iterator().hasNext()
        ? Result.done(read.apply(rows.iterator().next()))
        : Result.refused(ErrorCode.NOT_FOUND);
  }

  private String open(UUID brandId, UUID id, Row row) {
    return open(sealing, brandId, id, row.getBuffer("secret").getBytes()).value();
  }

  static WebhookSecret open(Sealing sealing, UUID brandId, UUID id, byte[] sealed) {
    return new WebhookSecret(
        sealing.openText(sealed, SealedSubscriptionColumns.SECRET.owner(brandId, id)));
  }

  private static Subscription read(Row row, @Nullable String secret) {
    return new Subscription(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getString("url"),
        Stream.of(row.getArrayOfStrings("types")).map(EventType::of).toList(),
        secret,
        Objects.requireNonNull(Columns.instant(row.getOffsetDateTime("created_at"))));
  }
}
