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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue "main job", 5: every operation, schema and error code is described. */
@QuarkusTest
class ApiDescriptionTest {
  @TestHTTPResource(value = "/openapi?format=json", management = true)
  URL address;

  private JsonNode document;
  private List<Operation> operations;

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = address.openStream()) {
      document = new ObjectMapper().readTree(in);
    }
    operations = Operation.all(document);
  }

  @Test
  void theDocumentSaysWhatItDescribes() {
    assertEquals("TalkGate", document.at("/info/title").asText());
    assertTrue(document.at("/info/description").asText().length() > 100);
    assertEquals("basic", document.at("/components/securitySchemes/basic/scheme").asText());
  }

  @Test
  void everyCallOfTheContractIsDescribed() {
    List<String> names = operations.stream().map(Operation::name).toList();
    List<String> missing =
        Stream.of(
                "get /consultations",
                "get /consultations/{id}",
                "get /consultations/{id}/messages",
                "post /consultations/{id}/messages",
                "post /consultations/{id}/messages/{mid}/retry",
                "post /consultations/{id}/messages/{mid}/cancel",
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
                "get /links/{id}/persistent-menu",
                "put /links/{id}/persistent-menu",
                "post /links/{id}/images",
                "get /links/{id}/settings",
                "put /links/{id}/settings",
                "get /customers/{id}",
                "get /customers/{id}/messages",
                "post /customers/{id}/block",
                "post /customers/{id}/unblock",
                "delete /customers/{id}/profile",
                "get /customers/{id}/export",
                "get /brands/{id}/retention",
                "put /brands/{id}/retention",
                "get /audit")
            .filter(call -> !names.contains(call))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyOperationHasWords() {
    assertEquals(
        List.of(),
        operations.stream()
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
        operations.stream()
            .filter(o -> !o.described().path("description").asText().contains("Open to "))
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyParameterHasWords() {
    List<String> wordless = new ArrayList<>();
    operations.forEach(
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
        operations.stream()
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
        operations.stream()
            .filter(o -> o.described().has("requestBody"))
            .filter(o -> !hasExample(o.described().path("requestBody")))
            .map(Operation::name)
            .toList());
  }

  @Test
  void everyOperationHasItsErrorsWithCodes() {
    List<String> missing = new ArrayList<>();
    operations.forEach(o -> o.commonErrors().forEach(code -> note(o, code, missing)));
    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @CsvSource({
    "/links/{id}/approve, post, 200, 409, ACCOUNT_IN_USE",
    "/links, post, 201, 404, NOT_FOUND",
    "/consultations/{id}/messages, post, 202, 409, THREAD_HELD",
    "/consultations/{id}/notes, post, 201, 422, IDEMPOTENCY_KEY_REUSED",
    "/consultations/{id}/reopen, post, 200, 409, CUSTOMER_BLOCKED",
    "/consultations/{id}/handover, post, 200, 502, NAVER_UNREACHABLE",
    "/consultations, get, 200, 404, NOT_FOUND"
  })
  void operationsSayWhatTheyThemselvesAnswerWith(
      String path, String method, String success, String error, String code) {
    Operation operation =
        operations.stream()
            .filter(o -> o.name().equals(method + " " + path))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(success),
        operation
            .responses()
            .map(Map.Entry::getKey)
            .filter(status -> status.startsWith("2"))
            .toList());
    JsonNode refusal = operation.response(error);
    assertTrue(
        refusal.path("content").path("application/problem+json").path("examples").has(code),
        refusal.toString());
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
  void errorsThatMostOperationsHaveStandInOnePlace() {
    assertEquals(
        List.of(),
        operations.stream()
            .filter(
                o ->
                    !o.described()
                        .at("/responses/401/$ref")
                        .asText()
                        .equals("#/components/responses/UNAUTHENTICATED"))
            .map(Operation::name)
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

  private static void note(Operation operation, ErrorCode code, List<String> missing) {
    JsonNode response = operation.response("" + code.status());
    JsonNode problem = response.path("content").path("application/problem+json");
    if (!response.path("description").asText().contains("`" + code + "`")
        || !problem.at("/schema/$ref").asText().endsWith("/Problem")
        || !problem.path("examples").has(code.name())) {
      missing.add(operation.name() + " " + code);
    }
  }

  private static boolean hasExample(JsonNode body) {
    JsonNode types = body.path("content");
    boolean all = !types.isEmpty();
    for (JsonNode type : types) {
      all &= type.hasNonNull("example");
    }
    return all;
  }

  private static boolean isBlank(JsonNode text) {
    return text.asText().isBlank();
  }
}
