package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code subscriptions}. */
@ApplicationScoped
class StoredSubscriptions implements Subscriptions {
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  private static final String ADD =
      """
      insert into subscriptions (brand_id, id, url, types, secret, created_at) values ($1, $2, $3, $4, $5, $6)
      returning *
      """;

  private static final String LIST =
      """
      select * from subscriptions
      where brand_id = $1 and (created_at, id) > ($2, $3)
      order by created_at, id
      limit $4
      """;

  private static final String REMOVE =
      "delete from subscriptions where brand_id = $1 and id = $2 returning *";

  private final BrandTransactions brands;
  private final Sealing sealing;
  private final Targets targets;
  private final Stamps stamps;

  StoredSubscriptions(BrandTransactions brands, Sealing sealing, Targets targets, Stamps stamps) {
    this.brands = brands;
    this.sealing = sealing;
    this.targets = targets;
    this.stamps = stamps;
  }

  @Override
  public Uni<Result<Subscription>> add(Caller caller, String url, List<String> types) {
    if (targets.parse(url).isEmpty()) {
      return Uni.createFrom().item(Result.refused(Refusal.invalid("url", ValueRule.PUBLIC_URL)));
    }
    Stamp stamp = stamps.next();
    WebhookSecret secret = WebhookSecret.random();
    byte[] sealed =
        sealing.seal(
            secret.value(), SealedSubscriptionColumns.SECRET.owner(caller.brand(), stamp.id()));
    return brands
        .of(caller)
        .query(
            ADD,
            Tuple.of(
                caller.brand(),
                stamp.id(),
                url,
                types.toArray(String[]::new),
                Columns.bytes(sealed),
                Columns.time(stamp.at())))
        .map(rows -> Result.done(read(rows.iterator().next(), secret.value())));
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
  public Uni<Result<Subscription>> remove(Caller caller, UUID id) {
    return brands
        .of(caller)
        .query(REMOVE, Tuple.of(caller.brand(), id))
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Result.done(read(rows.iterator().next(), null))
                    : Result.refused(ErrorCode.NOT_FOUND));
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
        List.of(row.getArrayOfStrings("types")),
        secret,
        Objects.requireNonNull(Columns.instant(row.getOffsetDateTime("created_at"))));
  }
}
