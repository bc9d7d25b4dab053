package io.talkgate.intake;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Design §3: batches, one in flight; nobody waits for somebody else's trouble. */
@QuarkusTest
class BatchingTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject @AsOwner Pool pool;
  @Inject SchemaOwner owner;
  @Inject SpoolLeg spool;
  @Inject MeterRegistry registry;

  private Shop shop;
  private String linkId;
  private WebhookCaller naver;

  @BeforeEach
  void linkAShop() {
    shop = Shop.open();
    linkId = shop.createLink();
    naver = new WebhookCaller(shop.requestApproval(linkId));
  }

  @Test
  void manyCustomersAtOnceEachInTheirOrder() {
    shop.approve(linkId);
    int customers = 20;
    int messages = 15;

    List<CompletableFuture<Void>> conversations =
        IntStream.range(0, customers)
            .mapToObj(customer -> naver.writesOneAfterAnother("customer-" + customer, messages))
            .toList();
    conversations.forEach(conversation -> conversation.orTimeout(60, TimeUnit.SECONDS).join());

    assertEquals(
        customers,
        count("select count(*) from consultations where brand_id = $1 and status = 'WAITING'"));
    for (int customer = 0; customer < customers; customer++) {
      assertEquals(WebhookCaller.texts(messages), textsOf("customer-" + customer));
    }
  }

  @Test
  void aCustomerWhoseRowIsHeldDelaysNobodyElse() throws Exception {
    shop.approve(linkId);
    assertEquals(200, naver.writes("held", "first").join());
    try (Connection other = owner.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from customers where brand_id = '"
              + shop.brandId()
              + "' and talktalk_user = 'held' for update");

      CompletableFuture<Integer> waits = naver.writes("held", "second");
      List<CompletableFuture<Integer>> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        others.add(naver.writes("free-" + i, "hello"));
      }

      for (CompletableFuture<Integer> free : others) {
        assertEquals(200, free.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
      }
      assertFalse(waits.isDone());
      other.rollback();
      assertEquals(200, waits.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    }
    assertEquals(List.of("first", "second"), textsOf("held"));
  }

  @Test
  void anEventThatCannotBeAppliedIsKeptWithItsErrorAndHarmsNoOther() throws Exception {
    shop.approve(linkId);
    double failed = registry.counter("talkgate.intake.failed").count();
    String name = "poison_" + UUID.randomUUID().toString().replace("-", "");
    owner.run(
        "create function %1$s() returns trigger language plpgsql as 'begin raise exception ''%1$s''; end'"
            .formatted(name));
    owner.run(
        "create trigger %1$s before insert on messages for each row when (new.search_text = '%1$s') execute function %1$s()"
            .formatted(name));
    try {
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        calls.add(naver.writes("good-" + i, "hello"));
        calls.add(naver.writes("bad-" + i, name));
      }
      calls.forEach(
          call -> assertEquals(200, call.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join()));
      // On a busy machine some take longer than the database is given.
      Eventually.get(spool::pending, pending -> pending == 0);
    } finally {
      owner.run("drop trigger %1$s on messages".formatted(name));
    }

    assertEquals(
        10,
        count(
            "select count(*) from events where brand_id = $1 and state = 'FAILED' and body is not null and error is not null"));
    assertEquals(10, count("select count(*) from messages where brand_id = $1"));
    assertEquals(failed + 10, registry.counter("talkgate.intake.failed").count());
  }

  @Test
  void moreParkedEventsThanOneTransactionTakesAreAppliedInOrderEvenWhileNewOnesCome() {
    int parked = 450;
    naver.writesOneAfterAnother("patient", parked).orTimeout(120, TimeUnit.SECONDS).join();
    assertEquals(
        parked, count("select count(*) from events where brand_id = $1 and state = 'PARKED'"));

    CompletableFuture<Void> live = naver.writesOneAfterAnother("patient", parked, 50);
    shop.approve(linkId);
    live.orTimeout(120, TimeUnit.SECONDS).join();

    Eventually.get(
        () -> count("select count(*) from messages where brand_id = $1"),
        messages -> messages == parked + 50);
    assertEquals(WebhookCaller.texts(parked + 50), textsOf("patient"));
    shop.as("agent").get("/api/v1/consultations").then().body("items", hasSize(1));
    assertTrue(
        count("select count(*) from events where brand_id = $1 and state = 'APPLIED'")
            >= parked + 50);
  }

  private List<String> textsOf(String user) {
    return pool.preparedQuery(
            """
            select m.search_text from messages m join customers c on c.brand_id = m.brand_id and c.id = m.customer_id
            where m.brand_id = $1 and c.talktalk_user = $2 order by m.created_at, m.id
            """)
        .execute(Tuple.of(UUID.fromString(shop.brandId()), user))
        .map(
            rows -> {
              List<String> texts = new ArrayList<>();
              rows.forEach(row -> texts.add(row.getString(0)));
              return texts;
            })
        .await()
        .atMost(LIMIT);
  }

  private long count(String sql) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(UUID.fromString(shop.brandId())))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(LIMIT);
  }
}
