package io.talkgate.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.talkgate.platform.database.Columns;
import io.talkgate.talktalk.Address;
import io.talkgate.talktalk.Content;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** The JSON that stands in the tables: contents, inflows, addresses. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
    }
  }

  /** The same in UTF-8: of 10 MiB no copy in characters is made. */
  static Buffer bytes(Object value) {
    try {
      return Columns.bytes(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
    }
  }

  static Content content(String json) {
    return read(json, Content.class);
  }

  static Content content(JsonNode tree) {
    return MAPPER.convertValue(tree, Content.class);
  }

  static JsonNode tree(Content content) {
    return MAPPER.valueToTree(content);
  }

  static @Nullable Inflow inflow(@Nullable String json) {
    return json == null ? null : read(json, Inflow.class);
  }

  static Address address(String json) {
    return read(json, Address.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot read a stored " + type.getSimpleName() + " at " + e.getLocation(), e);
    }
  }
}
