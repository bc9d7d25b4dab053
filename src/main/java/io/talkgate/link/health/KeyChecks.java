package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are to be checked, and what came of it. A key is checked when it is new, when approval
 * is requested, and hourly while NAVER has answered nothing else. Any number of replicas may ask:
 * what one has claimed no other is given for half a minute.
 */
@Singleton
public class KeyChecks {
  private static final String CLAIM =
      """
      with due as (
        select l.brand_id, l.id, l.account_id, l.send_api_key
        from links l
        left join link_health h on h.brand_id = l.brand_id and h.link_id = l.id
        where l.status <> 'REVOKED'
          and (h.key_claimed_at is null or h.key_claimed_at < $1::timestamptz - interval '30 seconds')
          and (h.checked_key is distinct from sha256(l.send_api_key)
            or l.status = 'PENDING' and l.requested_at > h.key_checked_at
            or h.key_verdict = 'UNSURE' and h.key_checked_at < $1::timestamptz - interval '5 minutes'
            or l.status in ('PENDING', 'APPROVED')
              and greatest(h.key_checked_at, h.called_at) < $1::timestamptz - interval '1 hour')
        order by l.brand_id, l.id
        limit $2),
      claimed as (
        insert into link_health as h (brand_id, link_id, key_claimed_at)
        select brand_id, id, $1::timestamptz from due
        on conflict (brand_id, link_id) do update set key_claimed_at = excluded.key_claimed_at
        where h.key_claimed_at is null or h.key_claimed_at < $1::timestamptz - interval '30 seconds'
        returning h.brand_id, h.link_id)
      select d.* from due d join claimed c on c.brand_id = d.brand_id and c.link_id = d.id
      """;

  private static final String NOTE =
      """
      with noted as (
        insert into link_health as h (brand_id, link_id, key_verdict, key_checked_at, checked_key)
        select l.brand_id, l.id, $4::text, $5::timestamptz, sha256($3::bytea) from links l where l.brand_id = $1 and l.id = $2
        on conflict (brand_id, link_id) do update
        set key_verdict = excluded.key_verdict, key_checked_at = excluded.key_checked_at, checked_key = excluded.checked_key,
          key_claimed_at = null)
      update links set send_api_key_rejected_at = null
      where brand_id = $1 and id = $2 and send_api_key = $3 and $4 = 'GOOD' and send_api_key_rejected_at is not null
      """;

  private final Transactions transactions;
  private final Clock clock;

  KeyChecks(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The keys to be checked now, at most so many; they are the caller's. */
  public Uni<List<DueKeyCheck>> claim(int most) {
    return transactions
        .query(CLAIM, Tuple.of(now(), most))
        .map(rows -> Columns.list(rows, KeyChecks::read));
  }

  /**
   * Notes what a check said. A good key is used again, even if NAVER refused it before.
   *
   * @param sealedKey the key that was checked, as it was read
   */
  public Uni<Void> noted(UUID brandId, UUID linkId, Buffer sealedKey, KeyVerdict verdict) {
    return transactions
        .query(NOTE, Tuple.of(brandId, linkId, sealedKey.getDelegate(), verdict.name(), now()))
        .replaceWithVoid();
  }

  private static DueKeyCheck read(Row row) {
    return new DueKeyCheck(
        row.getUUID("brand_id"),
        row.getUUID("id"),
        row.getString("account_id"),
        row.getBuffer("send_api_key"));
  }

  private @Nullable Object now() {
    return Columns.time(clock.instant());
  }
}
