package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.intake.spool.BodySeal;
import io.talkgate.intake.spool.Spool;
import io.talkgate.intake.spool.SpoolSettings;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.platform.sealing.Sealing;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A spool that a replica left is taken over by a living one. */
@QuarkusTest
class SpoolImportsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject TalkGateConfig config;
  @Inject SpoolImports imports;
  @Inject Sealing sealing;
  @Inject Stamps stamps;
  @Inject @AsOwner Pool pool;

  @Test
  void whatIsPutThereIsAppliedAndTheDirectoryGoes() throws IOException {
    Shop shop = Shop.open();
    UUID brand = UUID.fromString(shop.brandId());
    UUID link = UUID.fromString(shop.approvedLink());
    Path copying = importing().resolve("talkgate-2.copying");
    try (Spool left = Spool.open(copying, SpoolSettings.defaults(), BodySeal.of(sealing))) {
      byte[] body =
          "{\"event\":\"send\",\"user\":\"june\",\"textContent\":{\"text\":\"left behind\"}}"
              .getBytes(StandardCharsets.UTF_8);
      left.append(new SpooledEvent(stamps.next(), brand, link, body)).await().atMost(LIMIT);
    }

    imports.look();
    assertTrue(Files.exists(copying), "it is still being copied");
    Path whole = Files.move(copying, importing().resolve("talkgate-2"));
    imports.look();

    assertFalse(Files.exists(whole));
    assertEquals(1, Eventually.get(() -> messages(brand), n -> n == 1));
  }

  private long messages(UUID brand) {
    return pool.preparedQuery(
            "select count(*) from messages where brand_id = $1 and search_text = 'left behind'")
        .execute(Tuple.of(brand))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(LIMIT);
  }

  private Path importing() {
    return config.dataDir().resolve("spool-import");
  }
}
