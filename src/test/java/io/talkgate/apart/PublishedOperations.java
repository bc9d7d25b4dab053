package io.talkgate.apart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;

/** The operations of the OpenAPI document, by the names that people use: get /links/{id}. */
final class PublishedOperations {
  private PublishedOperations() {}

  static Map<String, JsonNode> read(URL document) throws IOException {
    Map<String, JsonNode> operations = new TreeMap<>();
    try (InputStream in = document.openStream()) {
      for (Map.Entry<String, JsonNode> path :
          new ObjectMapper().readTree(in).path("paths").properties()) {
        for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
          operations.put(
              call.getKey() + " " + path.getKey().replace("/api/v1", ""), call.getValue());
        }
      }
    }
    return operations;
  }
}
