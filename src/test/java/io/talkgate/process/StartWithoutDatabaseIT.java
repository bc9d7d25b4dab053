package io.talkgate.process;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.FaultyProxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database outage at the start makes no replica fail: it serves from the spool (contract §6). */
@ExtendWith(RunningDemo.class)
class StartWithoutDatabaseIT {
  private static final String STRANGER = "/webhooks/talktalk/" + "A".repeat(43);

  /** Of the start, of what is done from time to time, of the call. */
  private static final int LINES_AT_MOST = 3;

  private static final Duration BACK = Duration.ofSeconds(30);

  @TempDir Path dataDir;

  @Test
  void aDatabaseThatTakesConnectionsAndSaysNothing(ServiceProcess demo) throws SQLException {
    servesFromTheSpoolAndMigratesOnceTheDatabaseIsBack(demo, "silent", FaultyProxy::swallow);
  }

  @Test
  void aDatabaseThatIsNotThere(ServiceProcess demo) throws SQLException {
    servesFromTheSpoolAndMigratesOnceTheDatabaseIsBack(demo, "absent", FaultyProxy::reset);
  }

  private void servesFromTheSpoolAndMigratesOnceTheDatabaseIsBack(
      ServiceProcess demo, String database, Consumer<FaultyProxy> outage) throws SQLException {
    Production production = new Production(demo);
    production.createDatabase(database);
    try (FaultyProxy network = FaultyProxy.to(demo.databasePort())) {
      outage.accept(network);
      String address = "postgresql://localhost:%d/%s".formatted(network.port(), database);
      Launch launch =
          production
              .launch(dataDir, database)
              .with("QUARKUS_SHUTDOWN_DELAY", "0s")
              .with("QUARKUS_DATASOURCE_REACTIVE_URL", address)
              .with("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + address);

      try (ServiceProcess service = launch.start()) {
        assertEquals(200, call(service));
        JsonPath away = health(service);
        assertEquals(false, away.getBoolean(dataOf("schema", "migrated")));
        assertEquals(true, away.getBoolean(dataOf("intake", "degraded")));
        assertEquals(1, away.getInt(dataOf("intake", "spoolRecords")));

        network.pass();

        Eventually.get(() -> health(service), StartWithoutDatabaseIT::isWhole, BACK);
        assertEquals(404, call(service));
        assertTrue(warnings(service).size() <= LINES_AT_MOST, () -> warnings(service).toString());
        assertTrue(
            warnings(service).stream().allMatch(line -> line.contains("The database does not")),
            () -> warnings(service).toString());
      }
    }
  }

  private static int call(ServiceProcess service) {
    return given().port(service.port()).body("{}").post(STRANGER).statusCode();
  }

  private static boolean isWhole(JsonPath health) {
    return health.getBoolean(dataOf("schema", "migrated"))
        && !health.getBoolean(dataOf("intake", "degraded"));
  }

  /** Up at any time. */
  private static JsonPath health(ServiceProcess service) {
    return given()
        .port(service.managementPort())
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String dataOf(String check, String figure) {
    return "checks.find { it.name == '%s' }.data.%s".formatted(check, figure);
  }

  /** What an operator reads at night. */
  /** Without what the driver says of timers it forgot, once each (docs/next.md). */
  private static List<String> warnings(ServiceProcess service) {
    return service.output().stream()
        .filter(line -> line.contains("\"level\":\"WARN\"") || line.contains("\"level\":\"ERROR\""))
        .filter(line -> !line.contains("Result is already complete"))
        .toList();
  }
}
