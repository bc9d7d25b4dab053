package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Shop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract §3, {@code /consultations/{id}/…}: notes and tags. */
@QuarkusTest
class NoteCallsTest {
  private static final String ONE = "/api/v1/consultations/{id}";
  private WrittenConsultation written;
  private Shop shop;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    written = new WrittenConsultation();
    shop = written.shop;
    id = written.id;
  }

  @Test
  void notesAreAddedOncePerKeyAndListedOldestFirst() {
    String first = note("1", "first").statusCode(201).extract().path("id");
    note("1", "first").statusCode(201).body("id", equalTo(first));
    note("1", "other").statusCode(422);
    note("2", "second").statusCode(201).body("author.id", equalTo(shop.memberId("agent")));
    shop.as("observer")
        .get(ONE + "/notes", id)
        .then()
        .body("items.text", equalTo(List.of("first", "second")))
        .body("nextCursor", nullValue());
    shop.as("observer").body(Map.of("text", "x")).post(ONE + "/notes", id).then().statusCode(403);
  }

  @Test
  void aNoteHas1To2000Characters() {
    note("a", "").statusCode(400);
    note("b", " ").statusCode(400);
    note("c", "😀".repeat(2000)).statusCode(201);
    invalid(note("d", "x".repeat(2001)), "text");
  }

  @Test
  void tagsAreReplaced() {
    tags(List.of("a", "b")).statusCode(200).body("tags", equalTo(List.of("a", "b")));
    tags(List.of("c")).body("tags", equalTo(List.of("c")));
    tags(List.of()).body("tags", hasSize(0));
    tags(IntStream.range(0, 20).mapToObj(i -> "t" + i).toList()).statusCode(200);
    invalid(tags(IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()), "tags");
    invalid(tags(List.of("a", "a")), "tags");
    invalid(tags(List.of("a", "x".repeat(31))), "tags[1]");
    invalid(tags(List.of("")), "tags[0]");
    invalid(tags(Collections.singletonList(null)), "tags[0]");
    invalid(written.body(Map.of()).put(ONE + "/tags", id).then(), "tags");
  }

  private ValidatableResponse note(String key, String text) {
    return written
        .body(Map.of("text", text))
        .header("Idempotency-Key", key)
        .post(ONE + "/notes", id)
        .then();
  }

  private ValidatableResponse tags(List<String> tags) {
    return written.body(Map.of("tags", tags)).put(ONE + "/tags", id).then();
  }
}
