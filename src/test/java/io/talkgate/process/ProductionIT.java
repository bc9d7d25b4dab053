package io.talkgate.process;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Production: a given PostgreSQL, no profile, and an image without the embedded database. */
@ExtendWith(RunningDemo.class)
class ProductionIT {
  private static final String EMBEDDED = "io.zonky.test.postgres.";

  @TempDir Path temp;

  @Test
  void hasNoSimulatorNoDemoAccountsAndNoEmbeddedDatabase(ServiceProcess demo) throws Exception {
    Production production = new Production(demo);
    production.createDatabase("production");
    Launch launch = production.launch(temp.resolve("data"), "production").from(imageContent());

    try (ServiceProcess service = launch.start()) {
      RestAssured.port = service.port();
      given().get("/simulator").then().statusCode(404);
      given().get("/simulator/api/accounts").then().statusCode(404);
      given()
          .auth()
          .preemptive()
          .basic("operator", "talkgate")
          .get("/api/v1/brands")
          .then()
          .statusCode(401)
          .body("code", equalTo("UNAUTHENTICATED"));
      given().body("{}").post("/webhooks/talktalk/unknown").then().statusCode(404);
      given()
          .port(service.managementPort())
          .get("/q/openapi")
          .then()
          .statusCode(200)
          .body(startsWith("---\nopenapi: 3."));
      assertFalse(Files.exists(service.dataDir().resolve("postgres")));
      assertTrue(service.output().stream().noneMatch(line -> line.contains("This is a demo")));
      for (String line : service.output()) {
        assertTrue(new ObjectMapper().readTree(line).hasNonNull("level"), line);
      }
    }
  }

  @Test
  void newKeySetIsOneLine() {
    Ended ended = Launch.production(temp).run("new-encryption-key");

    assertEquals(0, ended.exitCode());
    assertEquals(1, ended.output().size());
    assertTrue(ended.errors().isEmpty());
  }

  /** What docker/Dockerfile.jvm makes: empty jars in place of the embedded database's files. */
  private Path imageContent() throws IOException {
    Path source = Path.of("target", "quarkus-app");
    Path image = temp.resolve("app");
    try (Stream<Path> files = Files.walk(source)) {
      files.forEach(file -> copy(file, image.resolve(source.relativize(file))));
    }
    return image;
  }

  private static void copy(Path from, Path to) {
    try {
      if (from.getFileName().toString().startsWith(EMBEDDED)) {
        new ZipOutputStream(Files.newOutputStream(to)).close();
      } else {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
