package io.talkgate.rules.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.talkgate.talktalk.QuickReply;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Reads and writes the columns of {@code templates}. */
final class TemplateRows {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TemplateRows() {}

  static Template template(Row row) {
    String quickReply = row.getString("quick_reply");
    return new Template(
        row.getUUID("id"),
        row.getUUID("owner_id"),
        new Template.Draft(
            row.getString("folder"),
            row.getString("title"),
            row.getString("shortcut"),
            row.getString("body"),
            quickReply == null ? null : read(quickReply)),
        row.getOffsetDateTime("created_at").toInstant());
  }

  static @Nullable String json(@Nullable QuickReply quickReply) {
    try {
      return quickReply == null ? null : MAPPER.writeValueAsString(quickReply);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write buttons", e);
    }
  }

  private static QuickReply read(String json) {
    try {
      return MAPPER.readValue(json, QuickReply.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read stored buttons at " + e.getLocation(), e);
    }
  }
}
