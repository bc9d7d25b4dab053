package io.talkgate.desk;

import static io.talkgate.desk.LinkCalls.KEY;
import static io.talkgate.desk.LinkCalls.account;
import static io.talkgate.desk.LinkCalls.approve;
import static io.talkgate.desk.LinkCalls.call;
import static io.talkgate.desk.LinkCalls.change;
import static io.talkgate.desk.LinkCalls.draft;
import static io.talkgate.desk.LinkCalls.newLink;
import static io.talkgate.desk.LinkCalls.pending;
import static io.talkgate.desk.LinkCalls.reject;
import static io.talkgate.desk.LinkCalls.show;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.Together;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What becomes of a link: contract §1 "Link states" and {@code /links} of §3. */
@QuarkusTest
class LinksTest {

  @Test
  void aNewLinkIsADraftThatHidesItsKey() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();

    newLink(brand.as("manager"), brand.id(), account)
        .statusCode(201)
        .body("brandId", equalTo(brand.id().toString()))
        .body("accountId", equalTo(account))
        .body("status", equalTo("DRAFT"))
        .body("sendApiKeyHint", equalTo("cret"))
        .body("brandKey", nullValue())
        .body("chatUrl", nullValue())
        .body("webhookUrl", nullValue())
        .body(not(containsString(KEY)));
  }

  @Test
  void theFirstApprovalRequestMakesKeyAndUrlsOnce() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();
    String id = draft(brand, account);

    var first =
        call(brand.as("manager"), id, "approval-request")
            .statusCode(200)
            .body("status", equalTo("PENDING"))
            .body("brandKey", matchesRegex("bk_[A-Za-z0-9_-]{22}"))
            .body("chatUrl", equalTo("https://talk.naver.com/" + account))
            .body(
                "webhookUrl",
                matchesRegex(
                    "http://localhost:"
                        + RestAssured.port
                        + "/webhooks/talktalk/[A-Za-z0-9_-]{43}"))
            .body("requestedAt", notNullValue())
            .extract();
    reject(id).statusCode(200);
    call(brand.as("manager"), id, "approval-request")
        .statusCode(200)
        .body("brandKey", equalTo(first.path("brandKey")))
        .body("webhookUrl", equalTo(first.path("webhookUrl")));
  }

  @Test
  void aRejectionTellsItsReasonUntilTheNextRequest() {
    TestBrand brand = TestBrand.with("manager", "observer");
    String id = pending(brand, account());

    reject(id)
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("rejectedReason", equalTo("not yours"))
        .body("decidedAt", notNullValue());
    show(brand.as("observer"), id).body("rejectedReason", equalTo("not yours"));
    call(brand.as("manager"), id, "approval-request").body("rejectedReason", nullValue());
  }

  @Test
  void ofOneAccountOneLinkIsApproved() {
    String account = account();
    String first = pending(TestBrand.with("manager"), account);
    TestBrand other = TestBrand.with("manager");
    String second = pending(other, account.toUpperCase(Locale.ROOT));

    approve(first).statusCode(200).body("status", equalTo("APPROVED"));
    approve(second).statusCode(409).body("code", equalTo("ACCOUNT_IN_USE"));
    show(other.as("manager"), second).body("status", equalTo("PENDING"));
  }

  @Test
  void ofTwoApprovalsAtTheSameTimeOneWins() throws Exception {
    for (int i = 0; i < 5; i++) {
      String account = account();
      String first = pending(TestBrand.with("manager"), account);
      String second = pending(TestBrand.with("manager"), account);
      Callable<Integer> one = () -> approve(first).extract().statusCode();
      Callable<Integer> two = () -> approve(second).extract().statusCode();

      List<Integer> answers = Together.call(one, two);

      assertThat(answers, containsInAnyOrder(200, 409));
    }
  }

  @Test
  void anAccountIsFreeAgainAfterTheRevocation() {
    String account = account();
    TestBrand brand = TestBrand.with("manager", "owner");
    String first = pending(brand, account);
    String second = pending(brand, account);
    approve(first).statusCode(200);
    call(brand.as("owner"), first, "revoke").statusCode(200);

    approve(second).statusCode(200);
  }

  @Test
  void aRevokedLinkIsRevokedForGood() {
    TestBrand brand = TestBrand.with("manager", "owner");
    String id = pending(brand, account());

    call(brand.as("owner").header("Accept-Language", "en"), id, "revoke")
        .statusCode(200)
        .body("status", equalTo("REVOKED"))
        .body("webhookUrl", nullValue())
        .body("reminder", containsString("Partner Center"));
    call(brand.as("manager"), id, "approval-request")
        .statusCode(409)
        .body("code", equalTo("LINK_STATE"));
    call(brand.as("owner"), id, "revoke").statusCode(409);
    approve(id).statusCode(409).body("code", equalTo("LINK_STATE"));
    change(brand.as("manager"), id, Map.of("name", "again")).statusCode(409);
    show(brand.as("manager"), id).body("status", equalTo("REVOKED")).body("reminder", nullValue());
  }

  @Test
  void theReminderIsKoreanUnlessAskedOtherwise() {
    TestBrand brand = TestBrand.with("manager", "owner");

    call(brand.as("owner"), draft(brand, account()), "revoke")
        .body("reminder", containsString("\uc57d\uad00"));
  }

  @Test
  void nameAndKeyChangeWhileTheLinkLives() {
    TestBrand brand = TestBrand.with("manager");
    String account = account();
    String id = pending(brand, account);
    approve(id).statusCode(200);

    change(
            brand.as("manager"),
            id,
            Map.of("name", "Main", "sendApiKey", "another-key-9876", "accountId", account))
        .statusCode(200)
        .body("name", equalTo("Main"))
        .body("sendApiKeyHint", equalTo("9876"))
        .body(not(containsString("another-key")));
    show(brand.as("manager"), id).body("name", equalTo("Main"));
  }

  @Test
  void theAccountChangesInDraftAndRejectedOnly() {
    TestBrand brand = TestBrand.with("manager");
    String id = draft(brand, account());
    String account = account();
    Map<String, ?> other = Map.of("accountId", account);

    change(brand.as("manager"), id, other).statusCode(200).body("accountId", equalTo(account));
    call(brand.as("manager"), id, "approval-request").statusCode(200);
    change(brand.as("manager"), id, Map.of("accountId", account()))
        .statusCode(409)
        .body("code", equalTo("LINK_STATE"));
    reject(id).statusCode(200);
    String third = account();
    change(brand.as("manager"), id, Map.of("accountId", third))
        .statusCode(200)
        .body("chatUrl", equalTo("https://talk.naver.com/" + third));
  }
}
