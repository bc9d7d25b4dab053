package io.talkgate.subscription.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8.8: where Kafka is configured it is told the same events, by a real one. */
@QuarkusTest
@QuarkusTestResource(value = KafkaBroker.class, restrictToAnnotatedClass = true)
class KafkaFeedTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject KafkaFeed feed;
  @Inject SchemaOwner owner;

  private KafkaConsumer<String, String> consumer;
  private Shop shop;

  @BeforeEach
  void subscribe() {
    feed.feed().await().atMost(LIMIT);
    shop = Shop.open();
    shop.approvedLink();
    feed.feed().await().atMost(LIMIT); // of the link: makes the topic, too
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers()),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.assign(
        consumer.partitionsFor("talkgate.events").stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList());
    assertFalse(consumer.assignment().isEmpty());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position); // seeks at once
  }

  @AfterEach
  void close() {
    consumer.close();
  }

  @Test
  void eachCustomersEventsComeInTheirOrderUnderTheCustomersKey() {
    String one = shop.customer();
    String other = shop.customer();
    for (String text : List.of("a", "b", "c")) {
      shop.writes(one, text);
      shop.writes(other, text);
    }
    String consultation = shop.newestConsultation();
    String customer =
        shop.as("agent").get("/api/v1/consultations/{id}", consultation).path("customer.id");

    feed.feed().await().atMost(LIMIT);

    List<ConsumerRecord<String, String>> messages =
        told().stream().filter(record -> record.key().equals(customer)).toList();
    List<String> ids =
        messages.stream()
            .map(record -> JsonPath.from(record.value()).getString("data.id"))
            .toList();
    List<String> stored =
        shop.as("agent").get("/api/v1/consultations/{id}/messages", consultation).path("items.id");
    assertEquals(stored, ids);
    JsonPath first = JsonPath.from(messages.get(0).value());
    assertEquals(shop.brandId(), first.getString("data.brandId"));
    assertEquals(consultation, first.getString("data.consultationId"));
    assertFalse(first.getString("id").isEmpty());
  }

  @Test
  void whatWasTakenIsNotSentAgain() {
    shop.writes(shop.customer(), "once");
    feed.feed().await().atMost(LIMIT);
    feed.feed().await().atMost(LIMIT);
    shop.writes(shop.customer(), "and another");
    feed.feed().await().atMost(LIMIT);

    List<String> ids =
        told().stream().map(record -> JsonPath.from(record.value()).getString("id")).toList();
    assertEquals(2, ids.stream().distinct().count());
    assertEquals(2, ids.size());
  }

  @Test
  void whileAnotherReplicaIsAtItNothingIsSent() throws SQLException {
    shop.writes(shop.customer(), "later");
    owner.run(
        "update change_followers set leased_until = now() + interval '1 hour' where name = 'kafka'");

    feed.feed().await().atMost(LIMIT);
    assertEquals(List.of(), told());
    owner.run("update change_followers set leased_until = now() where name = 'kafka'");
    feed.feed().await().atMost(LIMIT);

    assertEquals(1, told().size());
  }

  private static String servers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }

  /** The brand's {@code message.created} that Kafka has taken since the last time. */
  private List<ConsumerRecord<String, String>> told() {
    List<ConsumerRecord<String, String>> messages = new ArrayList<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    Instant limit = Instant.now().plus(LIMIT);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      assertTrue(Instant.now().isBefore(limit), "Kafka does not give what it has");
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(
              record -> {
                JsonPath body = JsonPath.from(record.value());
                if (shop.brandId().equals(body.getString("data.brandId"))
                    && "message.created".equals(body.getString("type"))) {
                  messages.add(record);
                }
              });
    }
    return messages;
  }
}
