package io.talkgate.link;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.talktalk.SendApiKey;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.TestBrand;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §1 and §3: whose token is live, and for how long; what is sent with which key. */
@QuarkusTest
class WebhookTokensTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String KEY = "ct_wc8b1i_very-secret";
  private static final TokenOwner DEAD = new TokenOwner.Dead();
  private static final TokenOwner UNKNOWN = new TokenOwner.Unknown();

  @Inject WebhookTokens tokens;
  @Inject SendApiKeys keys;
  @Inject SettableClock clock;
  @Inject @AsOwner Pool pool;

  private TestBrand brand;
  private String link;
  private String account;
  private TokenOwner live;

  @BeforeEach
  void givenADraft() {
    brand = TestBrand.with("owner");
    account = "w" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    link =
        owner()
            .body(Map.of("brandId", brand.id(), "accountId", account, "sendApiKey", KEY))
            .post("/api/v1/links")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    live = new TokenOwner.Live(brand.id(), UUID.fromString(link));
  }

  @Test
  void theTokenIsLiveFromTheRequestOnUntilTheRevocation() {
    String token = request();

    assertEquals(live, ownerOf(token));
    decide("reject").statusCode(200);
    assertEquals(live, ownerOf(token));
    request();
    decide("approve").statusCode(200);
    assertEquals(live, ownerOf(token));
    call("revoke").statusCode(200);
    assertEquals(DEAD, ownerOf(token));
  }

  @Test
  void aRenewedUrlsOldTokenLivesForSevenDays() {
    String old = request();

    String renewed = renew(false);

    assertNotEquals(old, renewed);
    clock.advance(Duration.ofDays(7).minusMinutes(1));
    assertEquals(live, ownerOf(old));
    assertEquals(live, ownerOf(renewed));
    clock.advance(Duration.ofMinutes(2));
    assertEquals(DEAD, ownerOf(old));
    assertEquals(live, ownerOf(renewed));
  }

  @Test
  void aSecondRenewalLeavesBothOverlapsRunning() {
    String first = request();
    String second = renew(false);
    clock.advance(Duration.ofDays(3));
    String third = renew(false);

    assertEquals(live, ownerOf(first));
    assertEquals(live, ownerOf(second));
    assertEquals(live, ownerOf(third));
    clock.advance(Duration.ofDays(5));
    assertEquals(DEAD, ownerOf(first));
    assertEquals(live, ownerOf(second));
    assertEquals(live, ownerOf(third));
    clock.advance(Duration.ofDays(3));
    assertEquals(DEAD, ownerOf(second));
    assertEquals(live, ownerOf(third));
  }

  @Test
  void revokeOldLeavesTheNewTokenAlone() {
    String first = request();
    String second = renew(false);

    String third = renew(true);

    assertEquals(DEAD, ownerOf(first));
    assertEquals(DEAD, ownerOf(second));
    assertEquals(live, ownerOf(third));
  }

  @Test
  void theRevocationKillsOverlapsToo() {
    String first = request();
    String second = renew(false);

    call("revoke").statusCode(200);

    assertEquals(DEAD, ownerOf(first));
    assertEquals(DEAD, ownerOf(second));
    renewal(false).statusCode(409).body("code", equalTo("LINK_STATE"));
  }

  @Test
  void aDraftHasNoUrlToRenew() {
    renewal(false).statusCode(409).body("code", equalTo("LINK_STATE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTwYs"})
  void whatIsNoTokenOfOursIsUnknown(String token) {
    assertEquals(UNKNOWN, ownerOf(token));
  }

  @Test
  void theDatabaseHoldsNeitherTokenNorKeyInClear() {
    String token = request();

    String row =
        pool.preparedQuery(
                """
                select encode(t.token_hash, 'escape') || encode(t.token, 'escape')
                  || encode(l.send_api_key, 'escape')
                from links l join webhook_tokens t on t.link_id = l.id where l.id = $1
                """)
            .execute(Tuple.of(UUID.fromString(link)))
            .map(rows -> rows.iterator().next().getString(0))
            .await()
            .atMost(LIMIT);

    assertFalse(row.contains(token));
    assertFalse(row.contains(KEY));
  }

  @Test
  void theKeyIsForApprovedLinksOfTheBrandOnly() {
    request();
    assertEquals(Optional.empty(), access(brand.id()));

    decide("approve").statusCode(200);
    assertEquals(Optional.of(new SendAccess(account, new SendApiKey(KEY))), access(brand.id()));
    assertEquals(Optional.empty(), access(UUID.randomUUID()));

    owner().body(Map.of("sendApiKey", "new-key")).patch("/api/v1/links/" + link).then();
    assertEquals(
        Optional.of(new SendAccess(account, new SendApiKey("new-key"))), access(brand.id()));

    call("revoke").statusCode(200);
    assertEquals(Optional.empty(), access(brand.id()));
  }

  private Optional<SendAccess> access(UUID brandId) {
    return keys.of(brandId, UUID.fromString(link)).await().atMost(LIMIT);
  }

  private TokenOwner ownerOf(String token) {
    return tokens.ownerOf(token).await().atMost(LIMIT);
  }

  private String request() {
    return token(call("approval-request").statusCode(200));
  }

  private String renew(boolean revokeOld) {
    return token(renewal(revokeOld).statusCode(200));
  }

  private ValidatableResponse renewal(boolean revokeOld) {
    return owner()
        .body(Map.of("revokeOld", revokeOld))
        .post("/api/v1/links/" + link + "/webhook-url")
        .then();
  }

  private static String token(ValidatableResponse answer) {
    String url = answer.extract().path("webhookUrl");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private ValidatableResponse decide(String what) {
    return TestBrand.operator()
        .contentType(ContentType.JSON)
        .body(what.equals("reject") ? "{\"reason\":\"no\"}" : "")
        .post("/api/v1/links/" + link + "/" + what)
        .then();
  }

  private ValidatableResponse call(String what) {
    return owner().post("/api/v1/links/" + link + "/" + what).then();
  }

  private RequestSpecification owner() {
    return brand.as("owner").contentType(ContentType.JSON);
  }
}
