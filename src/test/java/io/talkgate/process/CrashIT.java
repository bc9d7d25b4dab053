package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 loses nothing that was answered. */
class CrashIT {
  private static final int CUSTOMERS = 4;
  private static final int ENOUGH = 60;
  private static final int MOST = 199;

  @TempDir Path dataDir;

  @Test
  void whatWasAnsweredBeforeKill9IsThereAfterTheNextStart() throws InterruptedException {
    Launch launch = Launch.demo(dataDir);
    RestAssured.port = launch.port();
    Shop shop;
    List<CustomerWriting> customers;
    String reply;
    ProcessHandle leftover;

    try (ServiceProcess first = launch.start()) {
      shop = Shop.open();
      customers = customers(shop);
      ExecutorService naver = Executors.newFixedThreadPool(CUSTOMERS);
      customers.forEach(naver::execute);
      Eventually.get(() -> kept(customers), count -> count >= ENOUGH);
      reply = reply(shop, shop.newestConsultation());
      leftover = first.database();
      first.kill();
      naver.shutdown();
      assertTrue(naver.awaitTermination(1, TimeUnit.MINUTES));
      assertTrue(leftover.isAlive(), "the embedded server outlives its service");

      try (ServiceProcess second = launch.start()) {
        assertFalse(leftover.isAlive(), "nothing holds the database's files any more");
        customers.forEach(customer -> assertNothingLost(shop, customer));
        assertTrue(repliesOf(shop).contains(reply));
        leftover = second.database();
      }
      Eventually.get(leftover::isAlive, alive -> !alive);
    }
  }

  private static List<CustomerWriting> customers(Shop shop) {
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    return Stream.generate(shop::customer)
        .limit(CUSTOMERS)
        .map(user -> new CustomerWriting(webhook, user, MOST))
        .toList();
  }

  private static int kept(List<CustomerWriting> customers) {
    return customers.stream().mapToInt(customer -> customer.kept().size()).sum();
  }

  private static void assertNothingLost(Shop shop, CustomerWriting customer) {
    List<String> kept = customer.kept();
    assertTrue(kept.size() < MOST, "the stream ended before the service was killed");
    List<String> found =
        Eventually.get(() -> textsOf(shop, customer.user()), texts -> texts.size() >= kept.size());
    assertEquals(kept, found.subList(0, kept.size()));
  }

  private static List<String> textsOf(Shop shop, String user) {
    String consultation =
        shop.as("agent")
            .get("/api/v1/consultations")
            .path("items.find { it.customer.user == '%s' }.id", user);
    return shop.as("agent")
        .queryParam("limit", 200)
        .get("/api/v1/consultations/{id}/messages", consultation)
        .path("items.findAll { it.direction == 'INBOUND' }.content.text");
  }

  private static String reply(Shop shop, String consultation) {
    return shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "an answer")))
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static List<String> repliesOf(Shop shop) {
    List<String> consultations = shop.as("agent").get("/api/v1/consultations").path("items.id");
    return consultations.stream()
        .flatMap(
            id ->
                shop
                    .as("agent")
                    .queryParam("limit", 200)
                    .get("/api/v1/consultations/{id}/messages", id)
                    .<List<String>>path("items.findAll { it.direction == 'OUTBOUND' }.id")
                    .stream())
        .toList();
  }
}
