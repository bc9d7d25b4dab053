package io.talkgate.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.talktalk.MenuItem;
import io.talkgate.talktalk.OutgoingEvent.PersistentMenu;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The table {@code persistent_menus}: apart from the links, which every batch of events reads. */
@Singleton
class StoredMenus {
  private static final String FIND =
      """
      select m.menu::text as menu from links l
      left join persistent_menus m on m.brand_id = l.brand_id and m.link_id = l.id
      where l.brand_id = $1 and l.id = $2
      """;

  private static final String KEEP =
      """
      insert into persistent_menus (brand_id, link_id, menu, accepted_at) values ($1, $2, $3::text::jsonb, $4)
      on conflict (brand_id, link_id) do update set menu = excluded.menu, accepted_at = excluded.accepted_at
      """;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final BrandTransactions brands;
  private final Audit audit;
  private final Clock clock;

  StoredMenus(BrandTransactions brands, Audit audit, Clock clock) {
    this.brands = brands;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<Result<List<MenuItem>>> find(Caller caller, UUID linkId) {
    return brands
        .of(caller)
        .query(FIND, Tuple.of(caller.brand(), linkId))
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext()
                  ? Result.done(menus(found.next()))
                  : Result.refused(ErrorCode.NOT_FOUND);
            });
  }

  /** Keeps a menu, and notes who has set it. */
  Uni<Void> keep(Caller caller, UUID linkId, List<MenuItem> menus) {
    Tuple row = Tuple.of(caller.brand(), linkId, json(menus), Columns.time(clock.instant()));
    Deed deed = new Deed(AuditAction.LINK_MENU_CHANGED, caller.brand(), linkId);
    return brands
        .of(caller)
        .run(
            connection ->
                connection
                    .preparedQuery(KEEP)
                    .execute(row)
                    .chain(() -> audit.record(connection, caller, deed)));
  }

  private static List<MenuItem> menus(Row row) {
    String menu = row.getString("menu");
    try {
      return menu == null ? List.of() : MAPPER.readValue(menu, PersistentMenu.class).menus();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a stored menu at " + e.getLocation(), e);
    }
  }

  private static String json(List<MenuItem> menus) {
    try {
      return MAPPER.writeValueAsString(new PersistentMenu(menus));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a menu", e);
    }
  }
}
