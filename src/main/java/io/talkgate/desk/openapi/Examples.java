package io.talkgate.desk.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gives bodies the example of their schema, from {@code openapi/examples/<schema>.json}. */
final class Examples {
  private static final String PAGE = "PageView";
  private static final String CURSOR = "AAZEF5nHuQABmTx3p3pwAIAAAAAAAAAB";

  private final ObjectMapper mapper = new ObjectMapper();

  void add(Operation operation) {
    Stream<@Nullable Content> answers =
        operation.getResponses().getAPIResponses().values().stream().map(r -> r.getContent());
    Stream<@Nullable Content> bodies =
        Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
    Stream.concat(answers, bodies)
        .filter(Objects::nonNull)
        .map(Content::getMediaTypes)
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(this::add);
  }

  private void add(MediaType body) {
    if (body.getSchema() == null || body.getExamples() != null || body.getExample() != null) {
      return;
    }
    String schema = schemaName(body.getSchema().getRef());
    Schema items = body.getSchema().getItems();
    String item = items == null ? null : schemaName(items.getRef());
    if (schema != null) {
      body.setExample(schema.startsWith(PAGE) ? page(schema) : read(schema));
    } else if (item != null) {
      body.setExample(List.of(read(item)));
    }
  }

  private static @Nullable String schemaName(@Nullable String reference) {
    return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private Map<String, Object> page(String schema) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", List.of(read(schema.substring(PAGE.length()))));
    page.put("nextCursor", CURSOR);
    return page;
  }

  private Map<?, ?> read(String schema) {
    String file = "/openapi/examples/" + schema + ".json";
    try (InputStream in = Examples.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("write an example of the schema in " + file);
      }
      return mapper.readValue(in, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
