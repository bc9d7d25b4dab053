package io.talkgate.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.DatabaseProcesses;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract §2 and design §3.4: what happens while the database is away is answered 200 and lost by
 * nobody.
 */
@QuarkusTest
class OutageTest {
  /** NAVER waits 5 s; ours is 2 s, with room for a machine that is busy with other things. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(4);

  private static final int CUSTOMERS = 5;
  private static final int MESSAGES = 6;

  @Inject SchemaOwner owner;
  @Inject Pool pool;
  @Inject SpoolLeg spool;
  @TestHTTPResource URI base;

  private Shop shop;
  private WebhookCaller naver;

  @BeforeEach
  void linkAShop() {
    shop = Shop.open();
    String linkId = shop.createLink();
    naver = new WebhookCaller(shop.requestApproval(linkId));
    shop.approve(linkId);
    assertEquals(200, naver.writes("before", "hello").join());
  }

  @Test
  void whileTheDatabaseIsFrozenEverythingIsTakenAndNothingLostOrDoubled() throws Exception {
    DatabaseProcesses.whileFrozen(owner, () -> conversations().forEach(OutageTest::within));
    allArriveInOrder();
  }

  @Test
  void whileSomebodyHasLockedATableEverythingIsTaken() throws Exception {
    try (Connection other = owner.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table messages in access exclusive mode");

      conversations().forEach(OutageTest::within);
      other.rollback();
    }
    allArriveInOrder();
  }

  @Test
  void connectionsThatBreakUnderLoadLoseNothing() throws Exception {
    List<CompletableFuture<Void>> conversations = conversations();
    for (int i = 0; i < 5; i++) {
      pool.query(
              "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()")
          .execute()
          .onFailure() // of a connection that the call before has just ended
          .recoverWithNull()
          .await()
          .atMost(ANSWER_LIMIT);
    }
    conversations.forEach(OutageTest::within);
    allArriveInOrder();
  }

  /**
   * Once the later event is applied the state machine takes the earlier one for late, and it would
   * change nothing.
   */
  @Test
  void anEventThatChangesLegsIsNotOvertakenByTheNextOfItsCustomer() throws Exception {
    try (Connection other = owner.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from customers where brand_id = '%s' for update".formatted(shop.brandId()));

      CompletableFuture<Integer> leaves = naver.sends("{\"event\":\"leave\",\"user\":\"before\"}");
      LockSupport.parkNanos(DatabaseLeg.LIMIT.dividedBy(2).toNanos());
      CompletableFuture<Integer> befriends =
          naver.sends("{\"event\":\"friend\",\"user\":\"before\",\"options\":{\"set\":\"on\"}}");

      assertEquals(200, leaves.orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS).join());
      other.rollback();
      assertEquals(200, befriends.orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    }

    Eventually.get(spool::pending, pending -> pending == 0);
    shop.as("agent")
        .get("/api/v1/consultations/{id}", shop.newestConsultation())
        .then()
        .statusCode(200)
        .body("customerLeft", equalTo(true));
  }

  @Test
  void aTokenThatCannotBeLookedUpIsKeptAndResolvedLater() throws Exception {
    WebhookCaller stranger = new WebhookCaller(base + "webhooks/talktalk/" + "A".repeat(43));
    WebhookCaller malformed = new WebhookCaller(base + "webhooks/talktalk/nonsense");
    DatabaseProcesses.whileFrozen(
        owner,
        () -> {
          assertEquals(
              200,
              stranger
                  .writes("nobody", "hello")
                  .orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
                  .join());
          assertEquals(
              404,
              malformed
                  .writes("nobody", "hello")
                  .orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
                  .join());
        });
    Eventually.get(spool::pending, pending -> pending == 0);
    assertEquals(404, stranger.writes("nobody", "hello").join());
  }

  private List<CompletableFuture<Void>> conversations() {
    List<CompletableFuture<Void>> conversations = new ArrayList<>();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      conversations.add(naver.writesOneAfterAnother("customer-" + customer, MESSAGES));
    }
    return conversations;
  }

  private static void within(CompletableFuture<Void> conversation) {
    conversation.orTimeout(ANSWER_LIMIT.toSeconds() * MESSAGES, TimeUnit.SECONDS).join();
  }

  private void allArriveInOrder() throws SQLException {
    Eventually.get(spool::pending, pending -> pending == 0);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      assertEquals(WebhookCaller.texts(MESSAGES), textsOf("customer-" + customer));
    }
    assertTrue(
        Eventually.get(() -> naver.writes("after", "hello").join() == 200, answered -> answered));
  }

  private List<String> textsOf(String user) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select m.search_text from messages m join customers c on c.brand_id = m.brand_id and c.id = m.customer_id
                where m.brand_id = '%s' and c.talktalk_user = '%s' order by m.created_at, m.id
                """
                    .formatted(shop.brandId(), user))) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
