package io.talkgate.rules.figures;

/**
 * How hours are counted, in SQL: {@code $1} the brand, {@code $2} the first moment, {@code $3} the
 * first one after. Whatever happened to a consultation in that time has made it active then or
 * later, so that the index of activity finds it.
 */
final class Counting {
  private static final String COLUMNS =
      """
      hour, link_id, agent_id, category, opened, answered, closed, response_seconds, handling_seconds, waited,
        waiting_seconds, missed_outside_hours, ratings, rating_sum, delivery_failures""";

  /** One row for each thing that happened. */
  private static final String FACTS =
      """
      with active as (
        select * from consultations
        where brand_id = $1 and activity_slot > $2::timestamptz - interval '5 minutes' and last_activity_at >= $2
      ), facts as (
        select opened_at as at, link_id, null::uuid as agent_id, null::text as category, 1 as opened, 0 as answered,
          0 as closed, 0::float8 as response, 0::float8 as handling, 0 as waited, 0::float8 as waiting, 0 as missed,
          0 as ratings, 0 as rating, 0 as failures
        from active where opened_at >= $2 and opened_at < $3
        union all
        select first_reply_at, link_id, assignee_id, null, 0, 1, 0,
          coalesce(extract(epoch from first_reply_at - first_message_at), 0), 0, 0, 0, 0, 0, 0, 0
        from active where first_reply_at >= $2 and first_reply_at < $3
        union all
        select closed_at, link_id, assignee_id, category, 0, 0, 1, 0,
          extract(epoch from closed_at - coalesce(first_reply_at, opened_at)),
          case when first_message_at is null then 0 else 1 end,
          coalesce(extract(epoch from coalesce(first_reply_at, closed_at) - first_message_at), 0), 0, 0, 0, 0
        from active where closed_at >= $2 and closed_at < $3
        union all
        select rated_at, link_id, assignee_id, category, 0, 0, 0, 0, 0, 0, 0, 0, 1, rating, 0
        from active where rated_at >= $2 and rated_at < $3
        union all
        select o.taken_at, k.link_id, null, null, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0
        from active k join automatic_occasions o on o.brand_id = k.brand_id and o.consultation_id = k.id
        where o.occasion = 'AWAY' and o.taken_at >= $2 and o.taken_at < $3
        union all
        select m.created_at, k.link_id, m.author_id, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1
        from active k join messages m on m.brand_id = k.brand_id and m.customer_id = k.customer_id
          and m.consultation_id = k.id
        where m.delivery_status = 'FAILED' and m.created_at >= $2 and m.created_at < $3
      )
      """;

  private static final String SUMS =
      """
      select date_trunc('hour', at, 'UTC') as hour, link_id, agent_id, category, sum(opened) as opened,
        sum(answered) as answered, sum(closed) as closed, sum(response) as response_seconds,
        sum(handling) as handling_seconds, sum(waited) as waited, sum(waiting) as waiting_seconds,
        sum(missed) as missed_outside_hours, sum(ratings) as ratings, sum(rating) as rating_sum,
        sum(failures) as delivery_failures
      from facts group by 1, 2, 3, 4
      """;

  /** Counts hours that are over into the table. */
  static final String COUNT =
      "insert into statistics_hours (brand_id, "
          + COLUMNS
          + ") "
          + FACTS
          + "select $1, s.* from ("
          + SUMS
          + ") s";

  private Counting() {}

  /**
   * Reads the hours of a time, those counted from the table and the others as they are now.
   *
   * @param key what rows are put together by, of {@code h} with its {@code day} and {@code hour};
   *     {@code $4} is the first moment that is not counted, {@code $5} the zone, {@code $6} a link
   *     or null
   */
  static String read(String key) {
    return FACTS.replace("$2", "greatest($2::timestamptz, $4::timestamptz)")
        + ", hours as (select "
        + COLUMNS
        + " from statistics_hours where brand_id = $1 and hour >= $2 and hour < least($3, $4) union all "
        + SUMS
        + ")\n"
        + """
        select %s as key, sum(opened)::bigint as opened, sum(answered)::bigint as answered, sum(closed)::bigint as closed,
          sum(response_seconds)::float8 as response_seconds, sum(handling_seconds)::float8 as handling_seconds,
          sum(waited)::bigint as waited, sum(waiting_seconds)::float8 as waiting_seconds,
          sum(missed_outside_hours)::bigint as missed, sum(ratings)::bigint as ratings,
          sum(rating_sum)::bigint as rating_sum, sum(delivery_failures)::bigint as failures
        from (select *, hour at time zone $5::text as wall from hours where $6::uuid is null or link_id = $6) h
        group by 1 order by 1 nulls last
        """
            .formatted(key);
  }
}
