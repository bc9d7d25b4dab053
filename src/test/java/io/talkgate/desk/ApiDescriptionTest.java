package io.talkgate.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.platform.problem.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue "main job", 5: every operation, schema and error code is described. */
@QuarkusTest
class ApiDescriptionTest {
  @TestHTTPResource(value = "/openapi?format=json", management = true)
  URL address;

  private JsonNode document;

  /** An operation with its name in messages. */
  private record Operation(String name, String path, JsonNode described) {
    Stream<Map.Entry<String, JsonNode>> responses() {
      return described.path("responses").properties().stream();
    }

    boolean has(String place) {
      for (JsonNode parameter : described.path("parameters")) {
        if (parameter.path("in").asText().equals(place)) {
          return true;
        }
      }
      return false;
    }
  }

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = address.openStream()) {
      document = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void theDocumentSaysWhatItDescribes() {
    assertEquals("TalkGate", document.at("/info/title").asText());
    assertTrue(document.at("/info/description").asText().length() > 100);
    assertEquals("basic", document.at("/components/securitySchemes/basic/scheme").asText());
  }

  @Test
  void everyCallOfTheContractIsDescribed() {
    List<String> names = operations().map(Operation::name).toList();
    List<String> missing =
        Stream.of(
                "get /consultations",
                "get /consultations/{id}",
                "get /consultations/{id}/messages",
                "post /consultations/{id}/messages",
                "get /consultations/{id}/notes",
                "post /consultations/{id}/notes",
                "get /consultations/{id}/history",
                "post /consultations/{id}/read",
                "post /consultations/{id}/assign",
                "post /consultations/{id}/unassign",
                "post /consultations/{id}/transfer",
                "post /consultations/{id}/hold",
                "post /consultations/{id}/resume",
                "post /consultations/{id}/close",
                "post /consultations/{id}/reopen",
                "post /consultations/{id}/typing",
                "post /consultations/{id}/profile-request",
                "post /consultations/{id}/handover",
                "put /consultations/{id}/tags",
                "get /customers/{id}",
                "get /customers/{id}/messages",
                "post /customers/{id}/block",
                "post /customers/{id}/unblock",
                "delete /customers/{id}/profile")
            .filter(call -> !names.contains(call))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyOperationHasWords() {
    assertEquals(
        List.of(),
        operations()
            .filter(
                o ->
                    isBlank(o.described().path("summary"))
                        || isBlank(o.described().path("description"))
                        || o.described().path("tags").isEmpty())
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyOperationNamesItsRoles() {
    assertEquals(
        List.of(),
        operations()
            .filter(o -> !o.described().path("description").asText().contains("Open to "))
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyParameterHasWords() {
    List<String> wordless = new ArrayList<>();
    operations()
        .forEach(
            o -> {
              for (JsonNode parameter : o.described().path("parameters")) {
                if (isBlank(parameter.path("description"))) {
                  wordless.add(o.name() + " " + parameter.path("name").asText());
                }
              }
            });
    assertEquals(List.of(), wordless);
  }

  @Test
  void everyOperationHasAnExampleOfSuccess() {
    assertEquals(
        List.of(),
        operations()
            .filter(
                o ->
                    o.responses()
                        .noneMatch(r -> r.getKey().startsWith("2") && hasExample(r.getValue())))
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyRequestBodyHasAnExample() {
    assertEquals(
        List.of(),
        operations()
            .filter(o -> o.described().has("requestBody"))
            .filter(o -> !hasExample(o.described().path("requestBody")))
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyOperationHasItsErrorsWithCodes() {
    List<String> missing = new ArrayList<>();
    operations().forEach(o -> expected(o).forEach(code -> note(o, code, missing)));
    assertEquals(List.of(), missing);
  }

  @Test
  void everySchemaAndPropertyHasWords() {
    List<String> wordless = new ArrayList<>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> wordless(schema.getKey(), schema.getValue(), wordless));
    assertEquals(List.of(), wordless);
  }

  @Test
  void everyErrorCodeHasWords() {
    String table = document.at("/components/schemas/ErrorCode/description").asText();
    assertEquals(
        List.of(),
        Arrays.stream(ErrorCode.values())
            .filter(code -> !table.contains("| `" + code + "` | " + code.status() + " | "))
            .toList());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertEquals(
        List.of(),
        document.findValuesAsText("$ref").stream()
            .filter(reference -> document.at(reference.substring(1)).isMissingNode())
            .distinct()
            .toList());
  }

  private static void wordless(String name, JsonNode schema, List<String> wordless) {
    if (isBlank(schema.path("description"))) {
      wordless.add(name);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> wordless(name + "." + property.getKey(), property.getValue(), wordless));
  }

  private static Stream<ErrorCode> expected(Operation operation) {
    Stream<ErrorCode> common =
        Stream.of(
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.INTERNAL,
            ErrorCode.DATABASE_UNAVAILABLE);
    Stream<ErrorCode> ofId =
        operation.path().contains("{id}") ? Stream.of(ErrorCode.NOT_FOUND) : Stream.empty();
    Stream<ErrorCode> ofBody =
        operation.described().has("requestBody")
            ? Stream.of(
                ErrorCode.VALIDATION, ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.PAYLOAD_TOO_LARGE)
            : Stream.empty();
    Stream<ErrorCode> ofQuery =
        operation.has("query") ? Stream.of(ErrorCode.VALIDATION) : Stream.empty();
    Stream<ErrorCode> ofKey =
        operation.has("header") ? Stream.of(ErrorCode.IDEMPOTENCY_KEY_REUSED) : Stream.empty();
    return Stream.of(common, ofId, ofBody, ofQuery, ofKey).flatMap(codes -> codes);
  }

  private static void note(Operation operation, ErrorCode code, List<String> missing) {
    JsonNode response = operation.described().path("responses").path("" + code.status());
    JsonNode problem = response.path("content").path("application/problem+json");
    if (!response.path("description").asText().contains("`" + code + "`")
        || !problem.at("/schema/$ref").asText().endsWith("/Problem")
        || !problem.path("examples").has(code.name())) {
      missing.add(operation.name() + " " + code);
    }
  }

  private static boolean hasExample(JsonNode body) {
    return body.at("/content/application~1json").hasNonNull("example");
  }

  private static boolean isBlank(JsonNode text) {
    return text.asText().isBlank();
  }

  private Stream<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.add(
                                new Operation(
                                    operation.getKey() + " " + path.getKey().replace("/api/v1", ""),
                                    path.getKey(),
                                    operation.getValue()))));
    return operations.stream();
  }
}
