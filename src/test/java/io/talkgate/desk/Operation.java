package io.talkgate.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.talkgate.platform.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An operation of the published document.
 *
 * @param name as people say it: {@code get /consultations}
 */
record Operation(String name, String path, JsonNode described, JsonNode document) {

  /** All operations. */
  static List<Operation> all(JsonNode document) {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(call -> all.add(of(path.getKey(), call, document))));
    return all;
  }

  private static Operation of(String path, Map.Entry<String, JsonNode> call, JsonNode document) {
    return new Operation(
        call.getKey() + " " + path.replace("/api/v1", ""), path, call.getValue(), document);
  }

  Stream<Map.Entry<String, JsonNode>> responses() {
    return described.path("responses").properties().stream();
  }

  /** Also where the operation only refers to it. */
  JsonNode response(String status) {
    JsonNode response = described.path("responses").path(status);
    return response.has("$ref")
        ? document.at(response.path("$ref").asText().substring(1))
        : response;
  }

  boolean has(String place) {
    for (JsonNode parameter : described.path("parameters")) {
      if (parameter.path("in").asText().equals(place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIdempotent() {
    for (JsonNode parameter : described.path("parameters")) {
      if (parameter.path("name").asText().equals("Idempotency-Key")) {
        return true;
      }
    }
    return false;
  }

  /** The codes it has because of its form. */
  Stream<ErrorCode> commonErrors() {
    Stream<ErrorCode> common =
        Stream.of(
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.INTERNAL,
            ErrorCode.DATABASE_UNAVAILABLE);
    Stream<ErrorCode> ofId =
        path.contains("{id}") ? Stream.of(ErrorCode.NOT_FOUND) : Stream.empty();
    Stream<ErrorCode> ofBody =
        described.has("requestBody")
            ? Stream.of(
                ErrorCode.VALIDATION, ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.PAYLOAD_TOO_LARGE)
            : Stream.empty();
    Stream<ErrorCode> ofQuery = has("query") ? Stream.of(ErrorCode.VALIDATION) : Stream.empty();
    Stream<ErrorCode> ofKey =
        isIdempotent() ? Stream.of(ErrorCode.IDEMPOTENCY_KEY_REUSED) : Stream.empty();
    return Stream.of(common, ofId, ofBody, ofQuery, ofKey).flatMap(codes -> codes);
  }
}
