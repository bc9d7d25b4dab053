package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C in the middle of the work: the service ends first, then its database. */
class DemoEndIT {
  private static final int SIGTERM = 128 + 15;
  private static final int ENOUGH = 20;
  private static final int MOST = 1_000_000;

  @TempDir Path dataDir;

  @Test
  void ctrlCEndsServiceAndDatabaseWithoutAWordOfComplaint() {
    try (ServiceProcess service = Launch.demo(dataDir).start()) {
      RestAssured.port = service.port();
      Shop shop = Shop.open();
      String link = shop.createLink();
      String webhook = shop.requestApproval(link);
      shop.approve(link);
      CustomerWriting customer = new CustomerWriting(webhook, shop.customer(), MOST);
      Thread naver = new Thread(customer);
      naver.start();
      Eventually.get(() -> customer.kept().size(), count -> count >= ENOUGH);
      ProcessHandle database = service.database();

      service.handle().destroy();
      Ended ended = service.awaitEnd();

      assertFalse(service.hasDatabase(), "the database ended first, and in order");
      Eventually.get(database::isAlive, alive -> !alive);
      assertEquals(List.of(), complaints(ended.output()));
      assertEquals(List.of(), ended.errors());
      assertEquals(SIGTERM, ended.exitCode());
      assertTrue(ended.output().stream().anyMatch(line -> line.contains("stopped in")));
    }
  }

  /** All but what a demo always says: that its password is known. */
  private static List<String> complaints(List<String> output) {
    return output.stream()
        .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .filter(line -> !line.contains("anybody may log in as operator"))
        .toList();
  }
}
