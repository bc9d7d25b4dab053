package io.talkgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Contract §6: a demo has one brand and six accounts, however often it is started. */
@QuarkusTest
class DemoSeedTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject DemoSeed seed;
  @Inject @AsOwner Pool pool;

  @Test
  void aSecondStartAddsWhatIsMissingAndNothingElse() {
    List<String> first = accounts();
    assertEquals(6, first.size());
    pool.query("delete from members where username = 'agent2'").execute().await().atMost(LIMIT);

    seed.write().await().atMost(LIMIT);
    seed.write().await().atMost(LIMIT);

    List<String> second = accounts();
    assertEquals(6, second.size());
    assertEquals(5, first.stream().filter(second::contains).count());
  }

  private List<String> accounts() {
    return pool.preparedQuery(
            """
            select m.username || m.role || m.id || m.password_hash from members m
            left join brands b on b.id = m.brand_id
            where m.username = any($1) and (b.id = $2) is not false
            """)
        .execute(Tuple.of(DemoAccount.usernames().toArray(String[]::new), DemoSeed.BRAND))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(r -> r.getString(0)))
        .await()
        .atMost(LIMIT)
        .toList();
  }
}
