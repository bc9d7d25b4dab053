package io.talkgate.rules.figures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.access.Caller;
import io.talkgate.access.Role;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Figures over 2 million messages, and what the desk's list takes while they are counted: {@code
 * ./mvnw -Pquick test -Dtest=StatisticsBench -Dstatistics.bench=true}.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "statistics.bench", matches = "true")
class StatisticsBench {
  private static final Logger LOG = Logger.getLogger(StatisticsBench.class);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int CONSULTATIONS = 200_000;
  private static final int DAYS = 90;

  private static final String CUSTOMERS =
      """
      insert into customers (brand_id, id, link_id, talktalk_user, created_at, last_event_at)
      select '%1$s', md5('c' || i)::uuid, '%2$s', 'bench-' || i, now(), now() from generate_series(1, %3$d) i
      """;
  private static final String FILL =
      """
      insert into consultations (brand_id, id, link_id, customer_id, status, thread, customer_left, unread_count,
        answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at, first_reply_at,
        last_activity_at, closed_at, close_reason, category)
      select '%1$s', md5('k' || i)::uuid, '%2$s', md5('c' || i)::uuid, 'CLOSED', 'TALKGATE', false, 0, true, false,
        t, t, t, t + interval '40 seconds', t + interval '9 minutes', t + interval '9 minutes', 'AGENT', 'kind ' || i %% 20
      from generate_series(1, %3$d) i, lateral (select now() - interval '%4$d days' * (1 - i::float8 / %3$d) as t) at
      """;
  private static final String MESSAGES =
      """
      insert into messages (brand_id, id, customer_id, consultation_id, direction, author_type, content, search_text, created_at)
      select k.brand_id, gen_random_uuid(), k.customer_id, k.id, 'INBOUND', 'CUSTOMER', '{"type":"TEXT","text":"hello"}',
        'hello', k.opened_at + interval '50 seconds' * n
      from consultations k, generate_series(0, 9) n where k.brand_id = '%1$s'
      """;

  @Inject Statistics statistics;
  @Inject SettableClock clock;
  @Inject SchemaOwner owner;

  @Test
  void twoMillionMessages() throws SQLException {
    Shop shop = Shop.open();
    String link = shop.approvedLink();
    for (String sql : List.of(CUSTOMERS, FILL, MESSAGES)) {
      owner.run(sql.formatted(shop.brandId(), link, CONSULTATIONS, DAYS));
    }
    owner.run("analyze consultations");
    owner.run("analyze messages");
    FiguresQuestion month = question(30);
    Caller caller =
        new Caller(UUID.randomUUID(), UUID.fromString(shop.brandId()), Role.MANAGER, "bench");

    long uncounted = time("30 days, nothing counted", () -> read(caller, month));
    List<Long> lists = new ArrayList<>();
    for (int i = 0; i <= DAYS; i++) {
      var counting = statistics.count().subscribeAsCompletionStage();
      lists.add(time("", () -> shop.as("agent").get("/api/v1/consultations?limit=50")));
      counting.toCompletableFuture().orTimeout(10, TimeUnit.MINUTES).join();
    }
    Collections.sort(lists);
    long counted = time("30 days, counted", () -> read(caller, month));
    long year = time("90 days by category, counted", () -> read(caller, question(DAYS)));
    LOG.infof(
        "statistics: uncounted %d ms, counted %d ms, all by category %d ms; list of the desk while counting: p50 %d ms, max %d ms",
        uncounted, counted, year, lists.get(lists.size() / 2), lists.get(lists.size() - 1));
    assertTrue(counted < 1_000, "counted figures took " + counted + " ms");
  }

  private FiguresQuestion question(int days) {
    LocalDate today = LocalDate.now(clock);
    ZoneId zone = ZoneId.of("Asia/Seoul");
    Grouping by = days > 30 ? Grouping.CATEGORY : Grouping.DAY;
    return new FiguresQuestion(by, today.minusDays(days), today, zone, null);
  }

  private void read(Caller caller, FiguresQuestion question) {
    assertTrue(!statistics.read(caller, question).await().atMost(LIMIT).isEmpty());
  }

  private static long time(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!what.isEmpty()) {
      LOG.infof("statistics: %s: %d ms", what, millis);
    }
    return millis;
  }
}
