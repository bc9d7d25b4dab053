package io.talkgate.rules.figures;

/** What figures are put together by. */
public enum Grouping {
  /** Each day of the zone, {@code yyyy-MM-dd}. */
  DAY("to_char(h.wall, 'YYYY-MM-DD')"),
  /** The hours of the day, {@code 00} to {@code 23}, over all days. */
  HOUR("to_char(h.wall, 'HH24')"),
  /** Each link, by id. */
  LINK("h.link_id::text"),
  /** Each agent, by id; what no agent did has no key. */
  AGENT("h.agent_id::text"),
  /** Each category; what has none has no key. */
  CATEGORY("h.category");

  private final String query;

  Grouping(String key) {
    this.query = Counting.read(key);
  }

  /** The statement that reads figures put together so. */
  String query() {
    return query;
  }
}
