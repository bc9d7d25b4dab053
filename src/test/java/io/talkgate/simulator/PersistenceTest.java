package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
  @TempDir Path directory = Path.of("");

  @Test
  void keepsAccountsCustomersBlocksAndTranscriptsOverARestart() {
    String user;
    try (Harness before = start()) {
      user = before.customer(before.account());
      before.patch(
          "/api/accounts/wc8b1i",
          new JsonObject().put("handover", true).put("events", Events.list("send", "echo")));
      before.says(user, "remember me");
      before.webhook.answersStatus(500);
      before.says(user, "blocks");
    }

    try (Harness after = start()) {
      JsonObject account = after.fetch("/api/accounts/wc8b1i").json();
      assertTrue(account.getBoolean("handover"));
      assertTrue(account.getBoolean("blocked"));
      assertEquals(List.of("echo", "send"), account.getJsonArray("events").getList());
      String path = "/api/accounts/wc8b1i/customers/" + user;
      assertEquals("kim", after.fetch(path).text("name"));
      assertEquals(2, after.fetch(path + "/transcript").items().size());
      assertEquals("00", after.sendApi(Events.sendText(user, "the key still works")).resultCode());
      assertEquals(
          3, after.fetch(path + "/transcript").items().getJsonObject(2).getInteger("messageId"));
    }
  }

  @Test
  void leavesNothingButOneFileForItsOwner() throws IOException {
    try (Harness sim = start()) {
      sim.account();
    }

    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of("simulator.json"), files.map(file -> file.getFileName().toString()).toList());
    }
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(file())));
  }

  @Test
  void keepsTheLast200LinesOfACustomer() {
    try (Harness sim = start()) {
      String user = sim.customer(sim.account());
      for (int i = 0; i < 203; i++) {
        sim.event(user, new JsonObject().put("event", "open"));
      }

      var lines = sim.fetch("/api/accounts/wc8b1i/customers/" + user + "/transcript").items();
      assertEquals(200, lines.size());
      assertEquals(203, lines.getJsonObject(199).getInteger("id"));
    }
  }

  @Test
  void putsADamagedFileAside() throws IOException {
    Files.writeString(file(), "{\"accounts\":[");

    try (Harness sim = start()) {
      assertEquals(0, sim.fetch("/api/accounts").items().size());
    }
    assertEquals("{\"accounts\":[", Files.readString(directory.resolve("simulator.json.broken")));
  }

  private Harness start() {
    return new Harness(SimulatorSettings.naver().keptIn(directory).blockingAfter(1));
  }

  private Path file() {
    return directory.resolve("simulator.json");
  }
}
