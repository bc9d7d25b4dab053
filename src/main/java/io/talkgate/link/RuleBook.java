package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.settings.DeskRules;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of all approved links, for the timers that keep them. Read anew each time, so that
 * every replica keeps to what was set last; parsed only when they have changed.
 */
@Singleton
public class RuleBook {
  private static final String ALL =
      """
      select r.brand_id, b.name, r.link_id, r.changed_at, r.rules
      from link_rules r
      join links l on l.brand_id = r.brand_id and l.id = r.link_id and l.status = 'APPROVED'
      join brands b on b.id = r.brand_id
      """;

  private final Transactions transactions;
  private final StoredDeskRules stored;
  private final Map<UUID, Parsed> parsed = new ConcurrentHashMap<>();

  RuleBook(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, StoredDeskRules stored) {
    this.transactions = transactions;
    this.stored = stored;
  }

  private record Parsed(String json, DeskRules rules) {}

  /** All that is set, of links that are approved. */
  public Uni<List<RuledLink>> all() {
    return transactions.run(
        connection ->
            connection
                .preparedQuery(ALL)
                .execute()
                .map(rows -> Columns.list(rows, this::link))
                .invoke(this::forgetOthers));
  }

  private RuledLink link(Row row) {
    UUID id = row.getUUID("link_id");
    String json = row.getString("rules");
    Parsed known =
        Objects.requireNonNull(
            parsed.compute(
                id,
                (link, old) ->
                    old != null && old.json().equals(json)
                        ? old
                        : new Parsed(json, stored.read(json))));
    return new RuledLink(
        row.getUUID("brand_id"),
        row.getString("name"),
        id,
        row.getOffsetDateTime("changed_at").toInstant(),
        known.rules());
  }

  private void forgetOthers(List<RuledLink> links) {
    parsed.keySet().retainAll(links.stream().map(RuledLink::linkId).toList());
  }
}
