package io.talkgate.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of the published document as the owner of another brand, by {@code
 * other-brand.txt}: what is somebody else's is not found, not shown and not changed.
 */
@QuarkusTest
class OtherBrandTest {
  @TestHTTPResource(value = "/openapi?format=json", management = true)
  URL document;

  private Belongings theirs;
  private Belongings own;

  @BeforeEach
  void twoShops() {
    theirs = Belongings.make();
    own = Belongings.make();
  }

  @Test
  void everyOperationHasItsPlan() throws IOException {
    assertEquals(
        PublishedOperations.read(document).keySet(),
        Plan.operations(Plan.read("other-brand.txt")),
        "published operations, planned operations");
  }

  @Test
  void whatIsAnotherBrandsIsOutOfReach() throws IOException {
    String before = theirs.shown();
    List<String> wrong = new ArrayList<>();
    for (List<String> line : Plan.read("other-brand.txt")) {
      if (line.get(3).startsWith("see ")) {
        continue;
      }
      Response answer = call(line);
      if (!fits(answer, line.get(3))) {
        wrong.add(
            String.join(" | ", line) + " => " + answer.statusCode() + " " + answer.asString());
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(before, theirs.shown());
  }

  /** So that the walk does not pass because nothing can be found at all. */
  @Test
  void whatIsTheirsIsFoundByThemselves() {
    for (String path :
        List.of(
            "/consultations/{consultation}",
            "/customers/{customer}",
            "/links/{link}",
            "/events/{event}")) {
      theirs.shop().as("owner").get("/api/v1" + theirs.fill(path)).then().statusCode(200);
    }
  }

  private Response call(List<String> line) {
    String operation = line.get(0);
    String method = operation.substring(0, operation.indexOf(' '));
    Belongings inPath = line.get(1).equals("own") ? own : theirs;
    String path = inPath.fillPath(operation.substring(method.length() + 1));
    if (path.contains("{mid}")) {
      path = path.replace("{mid}", theirs.fill("{message}"));
    }
    RequestSpecification request = own.shop().as("owner");
    if (!line.get(2).equals("-")) {
      request.body(bodyOf(line.get(2)));
    }
    return request.request(method, "/api/v1" + theirs.fill(path));
  }

  private String bodyOf(String template) {
    return theirs.fill(
        template
            .replace("{own}", own.shop().brandId())
            .replace("{me}", own.shop().memberId("owner")));
  }

  private boolean fits(Response answer, String expected) {
    return switch (expected) {
      case "hidden" ->
          answer.statusCode() == 200
              && theirs.ids().stream().noneMatch(answer.asString()::contains);
      case "kept" ->
          answer.statusCode() < 500
              && (answer.statusCode() >= 400 || own.shop().brandId().equals(answer.path("brandId")))
              && theirs.ids().stream().noneMatch(answer.asString()::contains);
      default -> answer.statusCode() == Integer.parseInt(expected);
    };
  }
}
