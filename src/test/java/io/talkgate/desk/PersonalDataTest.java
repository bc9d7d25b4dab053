package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue "who may what", 6: who sees personal data, what is exported and what is erased. */
@QuarkusTest
class PersonalDataTest {
  private static final String USER = "al-2eGuGr5WQOnco1_V-FQ";
  private static final String CUSTOMER = "/api/v1/customers/{id}";
  private static final String TEXT = "Call 010-9876-5432, my number is 900101-1234567.";
  private static final String MASKED = "Call ***, my number is ***.";

  @Inject SchemaOwner owner;

  private final String nickname = "Hyacinth " + UUID.randomUUID();
  private Shop shop;
  private String webhook;
  private String consultation;
  private String customer;

  @BeforeEach
  void aCustomerHasToldEverything() {
    shop = Shop.open();
    String link = shop.createLink();
    webhook = shop.requestApproval(link);
    shop.approve(link);
    call(send(TEXT));
    call(
        profile(
            Map.of(
                "result",
                "SUCCESS",
                "nickname",
                nickname,
                "cellphone",
                "01012345678",
                "address",
                Map.of("roadAddr", "178 Hidden-ro", "zipNo", "13561"))));
    consultation = shop.newestConsultation();
    customer = shop.as("agent").get("/api/v1/consultations/{id}", consultation).path("customer.id");
  }

  @Test
  void listsShowNoWholeNumbers() {
    shop.as("owner")
        .get("/api/v1/consultations")
        .then()
        .statusCode(200)
        .body("items[0].customer.cellphone", equalTo("010-****-5678"))
        .body("items[0].lastMessage.content.text", equalTo(MASKED))
        .body("items[0].lastMessage.content.type", equalTo("TEXT"));
  }

  @Test
  void observersSeeNoWholeNumbersAnywhere() {
    shop.as("agent")
        .body(Map.of("text", TEXT))
        .post("/api/v1/consultations/{id}/notes", consultation)
        .then()
        .statusCode(201);
    shop.as("agent")
        .body(Map.of("assigneeId", shop.memberId("manager"), "note", TEXT))
        .post("/api/v1/consultations/{id}/transfer", consultation)
        .then()
        .statusCode(200);

    for (String path :
        List.of(
            "/api/v1/consultations",
            "/api/v1/consultations/" + consultation,
            "/api/v1/consultations/" + consultation + "/messages",
            "/api/v1/consultations/" + consultation + "/notes",
            "/api/v1/consultations/" + consultation + "/history",
            "/api/v1/customers/" + customer,
            "/api/v1/customers/" + customer + "/messages")) {
      String answer = shop.as("observer").get(path).then().statusCode(200).extract().asString();
      for (String number : List.of("01012345678", "9876-5432", "900101-1234567")) {
        assertThat(path, answer, not(containsString(number)));
      }
    }
  }

  @Test
  void agentsSeeWhatTheyNeed() {
    shop.as("agent")
        .get(CUSTOMER, customer)
        .then()
        .body("cellphone", equalTo("01012345678"))
        .body("address.roadAddr", equalTo("178 Hidden-ro"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}", consultation)
        .then()
        .body("customer.cellphone", equalTo("01012345678"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .body("items[0].content.text", equalTo(TEXT));
  }

  @Test
  void everythingIsExportedOverAllPages() {
    for (int i = 0; i < 120; i++) {
      call(send("line " + i));
    }
    shop.as("agent")
        .body(Map.of("text", "a note"))
        .post("/api/v1/consultations/{id}/notes", consultation)
        .then()
        .statusCode(201);

    shop.as("manager")
        .get(CUSTOMER + "/export", customer)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("[0].customer.cellphone", equalTo("01012345678"))
        .body("[1].consultation.id", equalTo(consultation))
        .body("[1].consultation.customer.cellphone", equalTo("01012345678"))
        .body("findAll { it.message != null }", hasSize(121))
        .body("[2].message.content.text", equalTo(TEXT))
        .body("[122].message.content.text", equalTo("line 119"))
        .body("[123].note.text", equalTo("a note"))
        .body("$", hasSize(124));
    shop.as("manager")
        .queryParam("subject", customer)
        .get("/api/v1/audit")
        .then()
        .body("items.action", contains("CUSTOMER_EXPORTED"));
  }

  @Test
  void othersExportNothing() {
    shop.as("agent").get(CUSTOMER + "/export", customer).then().statusCode(403);
    Shop.operator().get(CUSTOMER + "/export", customer).then().statusCode(403);
    ProblemAssert.problem(
        Shop.open().as("owner").get(CUSTOMER + "/export", customer), 404, "NOT_FOUND");
    shop.as("manager")
        .queryParam("subject", customer)
        .get("/api/v1/audit")
        .then()
        .body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsErasedIsNowhereAnyMore(boolean byTheCustomer) throws SQLException {
    keepFailedProfile();

    if (byTheCustomer) {
      call(
          profile(
              Map.of(
                  "result",
                  "WITHDRAW",
                  "withdrawals",
                  List.of("nickname", "cellphone", "address"))));
    } else {
      shop.as("manager").delete(CUSTOMER + "/profile", customer).then().statusCode(200);
    }

    shop.as("agent")
        .get(CUSTOMER, customer)
        .then()
        .body("nickname", nullValue())
        .body("cellphone", nullValue())
        .body("address", nullValue());
    assertEquals(List.of(), tablesWith(nickname));
    assertEquals(
        0,
        count(
            "select count(*) from events where event = 'profile' and body is not null and brand_id"
                + " = '"
                + shop.brandId()
                + "'"));
    assertEquals(
        0,
        count(
            "select count(*) from customers where (cellphone is not null or address is not null)"
                + " and brand_id = '"
                + shop.brandId()
                + "'"));
  }

  @Test
  void childrenAreNotAskedForTheirData() {
    call(
        Map.of(
            "event",
            "open",
            "user",
            USER,
            "options",
            Map.of("inflow", "list", "friend", false, "under14", true, "under19", true)));

    ProblemAssert.problem(
        shop.as("agent")
            .body(Map.of("field", "CELLPHONE"))
            .post("/api/v1/consultations/{id}/profile-request", consultation),
        409,
        "CUSTOMER_UNDER_14");
  }

  @Test
  void askingForDataIsWrittenDown() {
    String user = shop.customer();
    shop.writes(user, "hello");
    String other = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("field", "CELLPHONE"))
        .post("/api/v1/consultations/{id}/profile-request", other)
        .then()
        .statusCode(200);

    shop.as("manager")
        .queryParam("action", "CUSTOMER_PROFILE_REQUESTED")
        .get("/api/v1/audit")
        .then()
        .body("items.details.field", hasItem("CELLPHONE"));
  }

  /** As if an error of ours had kept it from being applied. */
  private void keepFailedProfile() throws SQLException {
    call(profile(Map.of("result", "SUCCESS", "nickname", nickname)));
    owner.run(
        """
        update events set state = 'FAILED', error = 'test', body = 'sealed', applied_at = null
        where event = 'profile' and brand_id = '%s'
        """
            .formatted(shop.brandId()));
  }

  /** Every table and column of text or JSON in which the text stands. */
  private List<String> tablesWith(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      List<String> columns = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select table_name || '.' || column_name from information_schema.columns
              where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')
              """)) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
      for (String column : columns) {
        String[] parts = column.split("\\.", 2);
        try (ResultSet rows =
            statement.executeQuery(
                "select 1 from \"%s\" where \"%s\"::text like '%%%s%%' limit 1"
                    .formatted(parts[0], parts[1], text))) {
          if (rows.next()) {
            found.add(column);
          }
        }
      }
    }
    return found;
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private ValidatableResponse call(Map<String, ?> event) {
    return given().contentType(ContentType.JSON).body(event).post(webhook).then().statusCode(200);
  }

  private static Map<String, ?> send(String text) {
    return Map.of(
        "event", "send", "user", USER, "textContent", Map.of("text", text, "inputType", "typing"));
  }

  private static Map<String, ?> profile(Map<String, ?> options) {
    return Map.of("event", "profile", "user", USER, "options", options);
  }
}
