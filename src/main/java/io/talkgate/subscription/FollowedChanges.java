package io.talkgate.subscription;

/**
 * What of the table of changes has not been told by one of its followers, as statements. A follower
 * tells part by part: all that was committed before a moment, in the order of the changes' ids.
 */
public final class FollowedChanges {
  /**
   * Begins a query: {@code part} holds the next $2 changes at most for the follower $1, {@code
   * events} what they are made of. Each event has an id that is the same whoever makes it.
   */
  public static final String EVENTS =
      """
      with part as (
        select c.* from change_followers f
        join changes c on c.xid >= pg_snapshot_xmin(f.base) and not pg_visible_in_snapshot(c.xid, f.base)
          and pg_visible_in_snapshot(c.xid, f.upto) and c.id > f.row
        where f.name = $1
        order by c.id limit $2),
      events as (
        select p.id as change, n, p.brand_id, p.kind, p.at, md5('change ' || p.id || ' ' || n)::uuid as event_id,
          coalesce(p.consultation_ids[n], p.ids[n]) as order_key, p.customer_ids[n] as customer_id,
          jsonb_build_object('type', p.kind, 'timestamp', p.at, 'data', jsonb_strip_nulls(jsonb_build_object('id', p.ids[n],
            'brandId', p.brand_id, 'consultationId', p.consultation_ids[n], 'customerId', p.customer_ids[n]))) as body
        from part p, generate_subscripts(p.ids, 1) n)
      """;

  /** The follower $1 has told all up to the change $2; null if that was the end of the part. */
  public static final String REACHED =
      """
      update change_followers
      set base = case when $2::bigint is null then upto else base end,
        upto = case when $2::bigint is null then null else upto end,
        row = coalesce($2::bigint, 0)
      where name = $1
      """;

  private FollowedChanges() {}
}
