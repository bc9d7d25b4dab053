package io.talkgate.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.access.Role;
import io.talkgate.testing.TestBrand;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Role by operation, as {@code roles.txt} has it from the contract. */
@QuarkusTest
class RolesTest {
  @TestHTTPResource(value = "/openapi?format=json", management = true)
  URL document;

  @TestHTTPResource("/api/v1")
  URI api;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyOperationIsInTheTableAndSaysWhoMay() throws IOException {
    Map<String, JsonNode> published = PublishedOperations.read(document);
    List<List<String>> plan = Plan.read("roles.txt");
    assertEquals(Plan.operations(plan), published.keySet(), "planned, published");
    for (List<String> line : plan) {
      List<String> said = new ArrayList<>();
      Objects.requireNonNull(published.get(line.get(0)))
          .path("x-roles")
          .forEach(role -> said.add(role.asText()));
      assertEquals(names(line), said, line.get(0));
    }
  }

  @Test
  void everybodyMayWhatTheTableSaysAndNothingElse() throws Exception {
    TestBrand brand = TestBrand.with("observer", "agent", "manager", "owner");
    List<String> wrong = new ArrayList<>();
    for (List<String> line : Plan.read("roles.txt")) {
      note(line.get(0), "nobody", status(line.get(0), null), 401, wrong);
      for (Role role : Role.values()) {
        String user = role == Role.OPERATOR ? "operator:talkgate" : login(role, brand);
        int status = status(line.get(0), user);
        if (names(line).contains(role.wireName())) {
          if (status == 401 || status == 403 || status >= 500) {
            wrong.add(line.get(0) + " " + role + " " + status);
          }
        } else {
          note(line.get(0), role.name(), status, 403, wrong);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void note(String call, String who, int status, int expected, List<String> wrong) {
    if (status != expected) {
      wrong.add(call + " " + who + " " + status);
    }
  }

  /** All roles that may, the lowest first. */
  private static List<String> names(List<String> line) {
    List<Role> lowest =
        Arrays.stream(line.get(1).split(","))
            .map(name -> Role.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .toList();
    return Arrays.stream(Role.values())
        .filter(role -> lowest.stream().anyMatch(role::includes))
        .map(Role::wireName)
        .toList();
  }

  private static String login(Role role, TestBrand brand) {
    return role.wireName() + "-" + brand.id() + ":" + TestBrand.PASSWORD;
  }

  /** With an id that nobody has and a body that says nothing: whoever may gets no further. */
  private int status(String operation, @Nullable String user) throws Exception {
    int space = operation.indexOf(' ');
    String path =
        operation.substring(space + 1).replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Content-Type", "application/json")
            .method(
                operation.substring(0, space).toUpperCase(Locale.ROOT),
                operation.startsWith("get ")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"));
    if (user != null) {
      byte[] basic = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close(); // a stream would not end by itself
    return answer.statusCode();
  }
}
