package io.talkgate.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.Shop;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service that warms up leaves no trace. */
@QuarkusTest
class EventRehearsalTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject EventRehearsal rehearsal;
  @Inject @AsOwner Pool pool;

  @Test
  void aRehearsedBatchLeavesNothingBehind() {
    String unused = Shop.open().approvedLink();

    rehearsal.run().await().atMost(LIMIT);

    assertEquals(0, count("select count(*) from customers where talktalk_user like 'rehearsal-%'"));
    assertEquals(0, count("select count(*) from events where talktalk_user like 'rehearsal-%'"));
  }

  private long count(String sql) {
    return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
  }
}
