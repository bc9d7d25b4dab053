package io.talkgate.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit tells: a brand's managers of their brand, operators of what operators did. */
@Singleton
public class AuditReads {
  private static final String COLUMNS =
      """
      select brand_id, id, at, actor_id, actor_name, actor_role, address, action, subject_id, details::text as details
      from audit_log
      """;

  private static final String CONDITIONS =
      """
       and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3)
        and ($4::uuid is null or actor_id = $4) and (cardinality($5::text[]) = 0 or action = any($5))
        and ($6::uuid is null or subject_id = $6) and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
      order by at desc, id desc limit $9
      """;

  private static final String OF_BRAND = COLUMNS + "where brand_id = $1::uuid" + CONDITIONS;
  private static final String OF_OPERATORS =
      COLUMNS + "where $1::uuid is null and actor_role = 'OPERATOR'" + CONDITIONS;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final BrandTransactions transactions;

  AuditReads(BrandTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Entries, newest first.
   *
   * @param caller a manager, for the own brand, or an operator, for what operators did anywhere
   */
  public Uni<Page<AuditEntry>> list(Caller caller, AuditFilter filter, PageRequest page) {
    return transactions
        .of(caller)
        .query(
            caller.isOperator() ? OF_OPERATORS : OF_BRAND,
            parameters(caller.brandId(), filter, page))
        .map(rows -> Columns.list(rows, AuditReads::entry))
        .map(items -> Page.of(items, page.limit(), item -> new Cursor(item.at(), item.id())));
  }

  private static Tuple parameters(@Nullable UUID brandId, AuditFilter filter, PageRequest page) {
    Cursor after = page.after();
    return Tuple.tuple()
        .addValue(brandId)
        .addValue(Columns.time(filter.from()))
        .addValue(Columns.time(filter.to()))
        .addValue(filter.actorId())
        .addValue(Columns.texts(List.copyOf(filter.actions()), action -> action))
        .addValue(filter.subjectId())
        .addValue(after == null ? null : Columns.time(after.at()))
        .addValue(after == null ? null : after.id())
        .addValue(page.limit() + 1);
  }

  private static AuditEntry entry(Row row) {
    Role role = Role.valueOf(row.getString("actor_role"));
    UUID brandId = row.getUUID("brand_id");
    Caller actor =
        new Caller(
            row.getUUID("actor_id"),
            role == Role.OPERATOR ? null : brandId,
            role,
            row.getString("actor_name"));
    return new AuditEntry(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        actor,
        row.getString("address"),
        new Deed(
            AuditAction.valueOf(row.getString("action")),
            brandId,
            row.getUUID("subject_id"),
            details(row.getString("details"))));
  }

  private static Map<String, String> details(String json) {
    try {
      return MAPPER.readValue(json, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read the details of an audit entry", e);
    }
  }
}
