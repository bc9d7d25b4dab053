package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private final Harness sim =
      new Harness(
          SimulatorSettings.naver()
              .waiting(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMillis(800)));
  private final String user = sim.customer(sim.account());
  private final HttpServer files =
      Harness.get(
          sim.vertx.createHttpServer().requestHandler(ImageTest::serve).listen(0, "127.0.0.1"));

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void echoesAnImageUnderAnotherUrlThatLeadsToIt() {
    assertEquals("00", sim.sendApi(Events.send(user, Events.image(url("a.png")))).resultCode());

    String hosted = sim.webhook.next("echo").getJsonObject("imageContent").getString("imageUrl");
    assertNotEquals(url("a.png"), hosted);
    assertTrue(hosted.startsWith(sim.base()), hosted);
    Answer shown = sim.fetch(URI.create(hosted).getPath().substring("/simulator".length()));
    assertEquals(302, shown.status());
    assertEquals(url("a.png"), shown.whole().headers().firstValue("Location").orElse(""));
  }

  @Test
  void hasPicturesOfItsOwnThatStandForThoseOfThePublicWeb() {
    String known = "https://pictures.simulator.test/sample.png";
    String unknown = "https://pictures.simulator.test/missing.png";

    assertEquals("00", sim.sendApi(Events.send(user, Events.image(known))).resultCode());
    assertEquals("IMG-99", sim.sendApi(Events.send(user, Events.image(unknown))).resultCode());

    String hosted = sim.webhook.next("echo").getJsonObject("imageContent").getString("imageUrl");
    Answer shown = sim.fetch(URI.create(hosted).getPath().substring("/simulator".length()));
    assertEquals(
        sim.base() + "/simulator/sample.png",
        shown.whole().headers().firstValue("Location").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "text.png,IMG-01",
    "lying.png,IMG-01",
    "slow.png,IMG-02",
    "missing.png,IMG-99",
    "21.png,IMG-03"
  })
  void refusesWhatNaverRefuses(String name, String code) {
    assertEquals(code, sim.sendApi(Events.send(user, Events.image(url(name)))).resultCode());
    assertEquals(code, upload(url(name)).resultCode());
    assertEquals(
        0, sim.fetch("/api/accounts/wc8b1i/customers/" + user + "/transcript").items().size());
  }

  @Test
  void refusesOtherPortsThan80And443ElsewhereThanHere() {
    Answer answer = sim.sendApi(Events.send(user, Events.image("http://192.0.2.1:8081/a.png")));

    assertEquals("IMG-99", answer.resultCode());
  }

  @Test
  void showsTheBareUrlOfALargeImage() {
    assertEquals("00", sim.sendApi(Events.send(user, Events.image(url("11.png")))).resultCode());

    assertEquals(
        url("11.png"), sim.webhook.next("echo").getJsonObject("textContent").getString("text"));
  }

  @Test
  void takesAnUploadedImageByItsId() {
    String id = upload(url("a.png")).text("imageId");
    JsonObject byId = new JsonObject().put("imageContent", new JsonObject().put("imageId", id));

    assertEquals("00", sim.sendApi(Events.send(user, byId)).resultCode());

    JsonObject image = sim.webhook.next("echo").getJsonObject("imageContent");
    assertTrue(image.getString("imageUrl").endsWith(id));
    byId.getJsonObject("imageContent").put("imageId", "unknown");
    assertEquals("IMG-99", sim.sendApi(Events.send(user, byId)).resultCode());
  }

  @Test
  void hostsTheImagesOfComposites() {
    JsonObject image = new JsonObject().put("imageUrl", "https://x.test/a.png");
    JsonObject composite = new JsonObject().put("title", "t").put("image", image);

    sim.sendApi(Events.send(user, Events.composite(composite)));

    JsonObject echoed = sim.webhook.next("echo").getJsonObject("compositeContent");
    String url =
        echoed
            .getJsonArray("compositeList")
            .getJsonObject(0)
            .getJsonObject("image")
            .getString("imageUrl");
    assertTrue(url.startsWith(sim.base()), url);
  }

  @Test
  void checksUploads() {
    assertEquals(
        "02",
        sim.exchange("POST", "/naver/chatbot/v1/imageUpload", "{}", "Authorization", Harness.KEY)
            .resultCode());
    assertEquals(
        "01",
        sim.exchange("POST", "/naver/chatbot/v1/imageUpload", "{}", "Authorization", "x")
            .resultCode());
  }

  private Answer upload(String url) {
    String body = new JsonObject().put("imageUrl", url).encode();
    return sim.exchange(
        "POST", "/naver/chatbot/v1/imageUpload", body, "Authorization", Harness.KEY);
  }

  private String url(String name) {
    return "http://127.0.0.1:" + files.actualPort() + "/" + name;
  }

  private static void serve(HttpServerRequest request) {
    var response = request.response();
    Buffer png = Buffer.buffer(PNG);
    switch (request.path()) {
      case "/a.png" -> response.putHeader("Content-Type", "image/png").end(png);
      case "/text.png" -> response.putHeader("Content-Type", "text/html").end(png);
      case "/lying.png" -> response.putHeader("Content-Type", "image/png").end("no picture");
      case "/11.png" ->
          response
              .putHeader("Content-Type", "image/png")
              .end(png.appendBytes(new byte[11 * MEGABYTE]));
      case "/21.png" ->
          response
              .putHeader("Content-Type", "image/png")
              .end(png.appendBytes(new byte[21 * MEGABYTE]));
      case "/slow.png" ->
          response.putHeader("Content-Type", "image/png").setChunked(true).write(png);
      default -> response.setStatusCode(404).end();
    }
  }
}
