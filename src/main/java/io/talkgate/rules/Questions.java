package io.talkgate.rules;

/**
 * The statements that find what may be due. Each goes over the consultations' index of states and
 * activity, for all links at once, and leaves out what was taken.
 */
final class Questions {
  private static final String ASKED =
      """
      select k.id, k.link_id, %s as key, %s as since, m.name as counselor, %s as queue
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
        as r (brand_id, link_id, asked_key, since, until)
      join consultations k on k.brand_id = r.brand_id and k.link_id = r.link_id
      left join members m on m.id = k.assignee_id
      """;

  private static final String NOT_TAKEN =
      """
      and not exists (select from automatic_occasions o where o.brand_id = k.brand_id and o.consultation_id = k.id
        and o.occasion = '%s' and o.key = %s)
      """;

  /** So many at a time; the others are found the next time. */
  private static final String AT_ONCE = "limit 200";

  /** The slot of what was active since then begins five minutes before at most. */
  private static final String ACTIVE_SINCE =
      "and k.activity_slot > r.since - interval '5 minutes' and k.last_activity_at > r.since\n";

  /** The place in the link's queue, from 1. */
  private static final String PLACE =
      """
      (select count(*) + 1 from consultations w where w.brand_id = k.brand_id and w.link_id = k.link_id
        and w.status = 'WAITING' and w.assignee_id is null and w.first_message_at < k.first_message_at)
      """;

  private static final String LAST_ACTIVITY = "extract(epoch from k.last_activity_at)::text";
  private static final String END = "extract(epoch from k.closed_at)::text";

  /** The first message came in that time. */
  static final String FIRST_MESSAGE =
      find("''", "k.first_message_at")
          + "where k.status in ('WAITING', 'IN_PROGRESS') and k.thread = 'TALKGATE'\n"
          + ACTIVE_SINCE
          + "and k.first_message_at > r.since and k.first_message_at <= r.until\n"
          + NOT_TAKEN.formatted("GREETING", "''")
          + AT_ONCE;

  /** The customer wrote in that time, during which the desk is closed. */
  static final String WROTE =
      find("r.asked_key", "k.last_activity_at")
          + "where k.status in ('WAITING', 'IN_PROGRESS') and k.thread = 'TALKGATE'\n"
          + ACTIVE_SINCE
          + """
          and exists (select from messages x where x.brand_id = k.brand_id and x.consultation_id = k.id
            and x.author_type = 'CUSTOMER' and x.created_at > r.since and x.created_at <= r.until)
          """
          + NOT_TAKEN.formatted("AWAY", "r.asked_key")
          + AT_ONCE;

  /** It was given in that time to whoever has it. */
  static final String ASSIGNED =
      find("k.assignee_id::text", "h.created_at")
          + """
          join lateral (
            select created_at from consultation_history s
            where s.brand_id = k.brand_id and s.consultation_id = k.id and s.assignee_id = k.assignee_id
            order by created_at desc limit 1) h on true
          where k.assignee_id is not null and k.status <> 'CLOSED' and k.thread = 'TALKGATE'
            and h.created_at > r.since and h.created_at <= r.until
          """
          + NOT_TAKEN.formatted("ASSIGNED", "k.assignee_id::text")
          + AT_ONCE;

  /** An agent or the clock closed it in that time. */
  static final String CLOSED = closed("CLOSING");

  /** The same for the question that comes after the end. */
  static final String CLOSED_UNASKED = closed("SURVEY");

  /** Ours was the last word, and nothing has happened since that time. */
  static final String CUSTOMER_SILENT =
      silent() + NOT_TAKEN.formatted("CUSTOMER_SILENT", LAST_ACTIVITY) + AT_ONCE;

  /**
   * The same, and the customer has had the time of the key since the warning; an empty key asks for
   * no warning.
   */
  static final String CUSTOMER_SILENT_TO_THE_END =
      silent()
          + """
          and (r.asked_key = '' or exists (select from automatic_occasions o
            where o.brand_id = k.brand_id and o.consultation_id = k.id and o.occasion = 'CUSTOMER_SILENT'
              and o.key = %s and o.taken_at <= nullif(r.asked_key, '')::timestamptz))
          """
              .formatted(LAST_ACTIVITY)
          + AT_ONCE;

  /** The customer wrote before the end of that time, and nobody has answered since. */
  static final String UNANSWERED =
      find("coalesce(extract(epoch from a.created_at)::text, '')", "k.last_activity_at")
          + """
          left join lateral (
            select created_at from messages x
            where x.brand_id = k.brand_id and x.consultation_id = k.id and x.author_type in ('AGENT', 'PARTNER_AGENT')
            order by created_at desc limit 1) a on true
          where k.status in ('WAITING', 'IN_PROGRESS') and k.thread = 'TALKGATE'
            and exists (select from messages x where x.brand_id = k.brand_id and x.consultation_id = k.id
              and x.author_type = 'CUSTOMER' and x.created_at > greatest(r.since, coalesce(a.created_at, 'epoch'))
              and x.created_at <= r.until)
          """
          + NOT_TAKEN.formatted(
              "REPLY_DELAYED", "coalesce(extract(epoch from a.created_at)::text, '')")
          + AT_ONCE;

  /** It waits, nobody has it, and nobody who is online has room; the key is the link's capacity. */
  static final String ALL_BUSY =
      ASKED.formatted("''", "k.first_message_at", PLACE)
          + "where k.status = 'WAITING' and k.assignee_id is null and k.thread = 'TALKGATE'\n"
          + ACTIVE_SINCE
          + """
          and k.first_message_at > r.since and k.first_message_at <= r.until
          and not exists (select from agent_presence p
            where p.brand_id = k.brand_id and p.state = 'ONLINE' and p.heartbeat_at > r.until - interval '90 seconds'
              and (select count(*) from consultations o where o.brand_id = p.brand_id and o.assignee_id = p.member_id
                and o.status <> 'CLOSED') < coalesce(p.capacity, r.asked_key::integer))
          """
          + NOT_TAKEN.formatted("BUSY", "''")
          + AT_ONCE;

  private Questions() {}

  private static String find(String key, String since) {
    return ASKED.formatted(key, since, "0::bigint");
  }

  private static String closed(String occasion) {
    return find(END, "k.closed_at")
        + "where k.status = 'CLOSED' and k.close_reason in ('AGENT', 'INACTIVITY') and not k.customer_left\n"
        + ACTIVE_SINCE
        + "and k.closed_at > r.since and k.closed_at <= r.until and k.answered_by_agent\n"
        + NOT_TAKEN.formatted(occasion, END)
        + AT_ONCE;
  }

  private static String silent() {
    return find(LAST_ACTIVITY, "k.last_activity_at")
        + """
        join lateral (
          select author_type from messages x
          where x.brand_id = k.brand_id and x.consultation_id = k.id
            and x.author_type in ('CUSTOMER', 'AGENT', 'PARTNER_AGENT')
          order by created_at desc limit 1) a on a.author_type <> 'CUSTOMER'
        where k.status = 'IN_PROGRESS' and k.thread = 'TALKGATE' and k.activity_slot <= r.until
          and k.last_activity_at <= r.until and k.last_activity_at > r.since
        """;
  }
}
