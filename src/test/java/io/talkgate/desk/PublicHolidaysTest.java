package io.talkgate.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which days the built-in holidays are. */
@QuarkusTest
class PublicHolidaysTest {

  @Test
  void theHolidaysOfAYearWithTheirSubstituteDays() {
    Shop.open()
        .as("manager")
        .get("/api/v1/public-holidays?year=2027")
        .then()
        .statusCode(200)
        .body("items[0].date", equalTo("2027-01-01"))
        .body("items[0].name", equalTo("NEW_YEAR"))
        .body(
            "items.findAll { it.date.startsWith('2027-02') }.date",
            contains("2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"))
        .body("items.find { it.date == '2027-02-09' }.name", equalTo("SUBSTITUTE"))
        .body("nextCursor", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?year=", "?year=1999", "?year=2101", "?year=next"})
  void aYearIsWanted(String query) {
    Shop.open()
        .as("manager")
        .get("/api/v1/public-holidays" + query)
        .then()
        .statusCode(400)
        .body("errors.field", contains("year"));
  }
}
