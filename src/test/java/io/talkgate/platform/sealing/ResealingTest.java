package io.talkgate.platform.sealing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.talkgate.platform.StartRefused;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue "who may what", 4: what is sealed is sealed anew when the key changes. */
@QuarkusTest
class ResealingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Hashes and proofs: no key opens them. */
  private static final Set<String> NOT_SEALED =
      Set.of(
          "browser_sessions.id_hash",
          "login_attempts.key_hash",
          "webhook_tokens.token_hash",
          "idempotency_keys.request_hash",
          "encryption_keys.proof",
          "link_health.checked_key");

  @Inject @All List<SealedColumn> columns;

  @Inject
  @ActingAs(DatabaseRole.TIMERS)
  Transactions transactions;

  @Inject TalkGateConfig config;
  @Inject SchemaOwner owner;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.username")
  String username;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private String before;
  private String after;

  @BeforeEach
  void everythingIsSealedWithTheFirstKey() {
    before = KeySets.kept(config.dataDir());
    after = KeyRotation.promote(KeyRotation.add(before));
    Shop shop = Shop.open();
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"event":"profile","user":"al-2eGuGr5WQOnco1_V-FQ","options":{"result":"SUCCESS","nickname":"Kim",
             "cellphone":"01012345678","address":{"roadAddr":"178 Gangnam-daero","zipNo":"13561"}}}
            """)
        .post(webhook)
        .then()
        .statusCode(200);
    shop.writes(shop.customer(), "hello");
    subscribe(shop);
    reseal(before);
  }

  private static void subscribe(Shop shop) {
    shop.as("manager")
        .body(Map.of("url", "http://localhost:9/hook", "types", List.of("link.health")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(201);
  }

  /** The service itself goes on with the first key. */
  @AfterEach
  void backToTheFirstKey() throws SQLException, GeneralSecurityException {
    owner.run(
        "update encryption_keys set since = '2000-01-01' where key_id = "
            + new Sealing(after).key().id());
    reseal(withFirstKeyPrimary(after));
  }

  @Test
  void everySealedColumnIsKnown() throws SQLException {
    Set<String> found = new TreeSet<>();
    read(
        """
        select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'bytea'
        """,
        row -> found.add(row.getString(1)));

    Set<String> known =
        columns.stream()
            .map(column -> column.table() + "." + column.name())
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(NOT_SEALED);
    assertEquals(known, found);
  }

  @Test
  void everyValueOpensWithTheNewKeyAloneAfterwards() throws SQLException {
    Map<String, byte[]> plain = opened(new Sealing(before));
    for (SealedColumn column : columns) {
      assertTrue(
          plain.keySet().stream().anyMatch(key -> key.startsWith(column.toString())),
          () -> "the test needs a value of " + column);
    }

    reseal(after);

    Map<String, byte[]> now = opened(new Sealing(KeyRotation.retire(after)));
    assertEquals(plain.keySet(), now.keySet());
    plain.forEach((key, value) -> assertArrayEquals(value, now.get(key), key));
  }

  @Test
  void aStartWithoutAKeyThatIsInUseIsRefused() throws SQLException {
    check(before);
    check(after);
    reseal(after);

    check(after);
    check(KeyRotation.retire(after));
    StartRefused refused = assertThrows(StartRefused.class, () -> check(before));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("lacks key " + id(after)),
        refused::getMessage);
  }

  @Test
  void aReplicaThatStillSealsWithTheOldKeyDoesNotWorkAgainstTheNewOne()
      throws SQLException, GeneralSecurityException {
    reseal(after);
    Map<String, byte[]> sealed = values();

    resealing(withFirstKeyPrimary(after)).reseal().await().atMost(LIMIT);

    assertEquals(sealed.keySet(), values().keySet());
    values().forEach((key, value) -> assertArrayEquals(sealed.get(key), value, key));
  }

  private void check(String keySet) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, username, password)) {
      KeyProofs.check(keySet, connection);
    }
  }

  private void reseal(String keySet) {
    Resealing resealing = resealing(keySet);
    for (int round = 0; round == 0 || resealing.oldKeys() > 0; round++) {
      assertTrue(round < 20, "no end to resealing");
      resealing.reseal().await().atMost(LIMIT);
    }
  }

  private static String withFirstKeyPrimary(String keySet) throws GeneralSecurityException {
    KeysetHandle.Builder keys = KeysetHandle.newBuilder(KeySets.parse(keySet));
    keys.getAt(0).makePrimary();
    return KeySets.text(keys.build());
  }

  private Resealing resealing(String keySet) {
    Sealing sealing = new Sealing(keySet);
    return new Resealing(
        sealing, columns, new KeysInUse(sealing), transactions, new SimpleMeterRegistry());
  }

  private Map<String, byte[]> opened(Sealing sealing) throws SQLException {
    Map<String, byte[]> opened = new TreeMap<>();
    for (SealedColumn column : columns) {
      read(
          select(column),
          row ->
              opened.put(
                  column + "/" + row.getString(2),
                  sealing.open(
                      row.getBytes(3),
                      column.owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))));
    }
    return opened;
  }

  private Map<String, byte[]> values() throws SQLException {
    Map<String, byte[]> values = new TreeMap<>();
    for (SealedColumn column : columns) {
      read(select(column), row -> values.put(column + "/" + row.getString(2), row.getBytes(3)));
    }
    return values;
  }

  private static String select(SealedColumn column) {
    return "select brand_id, id, %2$s from %1$s where %2$s is not null"
        .formatted(column.table(), column.name());
  }

  private void read(String sql, Reader reader) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private static String id(String keySet) {
    return Integer.toUnsignedString(new Sealing(keySet).key().id());
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }
}
