package io.talkgate.rules;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.RuledLink;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the {@link Questions}. */
@Singleton
class Finder {
  private final Transactions transactions;

  Finder(@ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.transactions = transactions;
  }

  /** What may be due of these links; no link asks nothing. */
  Uni<List<Due>> find(String question, List<Asked> asked) {
    if (asked.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Map<UUID, RuledLink> links =
        asked.stream()
            .map(Asked::link)
            .collect(Collectors.toMap(RuledLink::linkId, Function.identity()));
    Tuple columns =
        Tuple.of(
            Columns.uuids(asked, each -> each.link().brandId()),
            Columns.uuids(asked, each -> each.link().linkId()),
            Columns.texts(asked, Asked::key),
            Columns.times(asked, Asked::from),
            Columns.times(asked, Asked::until));
    return transactions.run(
        connection ->
            connection
                .preparedQuery(question)
                .execute(columns)
                .map(rows -> Columns.list(rows, row -> due(links, row))));
  }

  private static Due due(Map<UUID, RuledLink> links, Row row) {
    return new Due(
        Objects.requireNonNull(links.get(row.getUUID("link_id"))),
        row.getUUID("id"),
        row.getString("key"),
        row.getOffsetDateTime("since").toInstant(),
        row.getString("counselor"),
        row.getLong("queue"));
  }
}
