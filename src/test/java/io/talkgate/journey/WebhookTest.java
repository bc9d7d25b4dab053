package io.talkgate.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.AsOwner;
import io.talkgate.testing.Shop;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §2: what the webhook answers, whatever comes. */
@QuarkusTest
class WebhookTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String USER = "al-2eGuGr5WQOnco1_V-FQ";

  @Inject @AsOwner Pool pool;

  @TestHTTPResource URI base;

  private Shop shop;

  @BeforeEach
  void openShop() {
    shop = Shop.open();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "null",
        "{",
        "{}",
        "{\"event\":1}",
        "{\"event\":\"send\"}",
        "{\"event\":\"send\",\"user\":\"" + USER + "\"}",
        "{\"event\":\"send\",\"user\":\""
            + USER
            + "\",\"textContent\":{\"text\":\"\\u0000\\ud800 ok\"}}",
        "{\"event\":\"send\",\"user\":\"" + USER + "\",\"textContent\":[1]}",
        "{\"event\":\"brandNew\",\"user\":\"" + USER + "\",\"x\":1e999}",
        "{\"event\":\"pay_confirm\",\"user\":\"" + USER + "\"}"
      })
  void whateverComesToALiveTokenIs200WithAnEmptyBody(String body) throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    shop.approve(linkId());

    HttpResponse<String> answer =
        post(webhook, body.getBytes(StandardCharsets.UTF_8), "application/json;charset=UTF-8");

    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(1, ledger("select count(*) from events where brand_id = $1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "garbage",
        "application/json; charset=utf-16"
      })
  void noContentTypeIsRefused(String contentType) throws Exception {
    String webhook = shop.requestApproval(shop.createLink());

    assertEquals(200, post(webhook, send("hi"), contentType).statusCode());
  }

  @Test
  void headersThatWouldNeedALoginElsewhereDoNoHarm() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook))
            .header("Authorization", "Basic bm9ib2R5Ondyb25n")
            .header("Accept", "image/png")
            .POST(BodyPublishers.ofByteArray(send("hi")))
            .build();

    assertEquals(200, HTTP.send(request, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void anUnknownTokenIs404() throws Exception {
    assertEquals(
        404, post(base + "webhooks/talktalk/nobody", send("hi"), "application/json").statusCode());
    assertEquals(
        404,
        post(base + "webhooks/talktalk/" + "A".repeat(43), send("hi"), "application/json")
            .statusCode());
    assertEquals(
        404, post(base + "webhooks/talktalk/", send("hi"), "application/json").statusCode());
    assertEquals(404, post(base + "webhooks/other", send("hi"), "application/json").statusCode());
  }

  @Test
  void theTokenOfARevokedLinkIs410() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    shop.as("owner").post("/api/v1/links/{id}/revoke", linkId()).then().statusCode(200);

    assertEquals(410, post(webhook, send("hi"), "application/json").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
  void otherMethodsAre405(String method) throws Exception {
    String webhook = shop.requestApproval(shop.createLink());

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook)).method(method, BodyPublishers.noBody()).build();

    assertEquals(405, HTTP.send(request, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void tenMebibytesAreTakenAndOneByteMoreIs413() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());

    assertEquals(200, post(webhook, new byte[10 * 1024 * 1024], "application/json").statusCode());
    assertEquals(
        413, post(webhook, new byte[10 * 1024 * 1024 + 1], "application/json").statusCode());
    assertEquals(413, chunked(webhook, 13 * 1024 * 1024));
  }

  @Test
  void aPaymentIsNeverApprovedUnasked() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    byte[] plain =
        ("{\"event\":\"pay_complete\",\"user\":\""
                + USER
                + "\",\"options\":{\"paymentResult\":{\"code\":\"Success\"}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] withoutUser = "{\"event\":\"pay_complete\"}".getBytes(StandardCharsets.UTF_8);
    byte[] escaped =
        "{\"event\":\"pay\\u005fcomplete\",\"user\":7}".getBytes(StandardCharsets.UTF_8);

    for (byte[] body : new byte[][] {plain, withoutUser, escaped}) {
      HttpResponse<String> answer = post(webhook, body, "application/json");
      assertEquals(409, answer.statusCode());
      assertEquals("", answer.body());
    }
    assertEquals(
        3, ledger("select count(*) from events where brand_id = $1 and event = 'pay_complete'"));
  }

  @Test
  void whatCannotBeReadIsKeptWithItsError() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    shop.approve(linkId());

    post(webhook, "not json".getBytes(StandardCharsets.UTF_8), "application/json");

    assertEquals(
        1,
        ledger(
            "select count(*) from events where brand_id = $1 and state = 'FAILED' and error is not null and body is not null"));
  }

  @Test
  void anUnknownEventIsKeptAndChangesNothing() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    shop.approve(linkId());

    post(
        webhook,
        ("{\"event\":\"brandNew\",\"user\":\"" + USER + "\"}").getBytes(StandardCharsets.UTF_8),
        "application/json");

    assertEquals(
        1,
        ledger(
            "select count(*) from events where brand_id = $1 and state = 'APPLIED' and event = 'brandNew' and body is not null"));
    assertEquals(0, ledger("select count(*) from customers where brand_id = $1"));
  }

  @Test
  void profilesAreStoredSealedAndWithdrawnForGood() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    shop.approve(linkId());
    post(webhook, send("hi"), "application/json");
    String success =
        "{\"event\":\"profile\",\"user\":\""
            + USER
            + "\",\"options\":{\"result\":\"SUCCESS\",\"nickname\":\"June\",\"cellphone\":\"010-1234-5678\"}}";
    post(webhook, success.getBytes(StandardCharsets.UTF_8), "application/json");
    String customer =
        shop.as("agent")
            .get("/api/v1/consultations")
            .then()
            .body("items[0].customer.nickname", equalTo("June"))
            .extract()
            .path("items[0].customer.id");
    shop.as("agent")
        .get("/api/v1/customers/{id}", customer)
        .then()
        .body("cellphone", equalTo("010-1234-5678"));
    assertEquals(
        0,
        ledger(
            "select count(*) from events where brand_id = $1 and event = 'profile' and body is not null"));
    assertEquals(
        0,
        ledger(
            "select count(*) from customers where brand_id = $1 and encode(cellphone, 'escape') like '%1234%'"));

    String withdraw =
        "{\"event\":\"profile\",\"user\":\""
            + USER
            + "\",\"options\":{\"result\":\"WITHDRAW\",\"withdrawals\":[\"cellphone\"]}}";
    post(webhook, withdraw.getBytes(StandardCharsets.UTF_8), "application/json");

    shop.as("agent")
        .get("/api/v1/customers/{id}", customer)
        .then()
        .body("cellphone", equalTo(null))
        .body("nickname", equalTo("June"));
  }

  @Test
  void aCallerThatGoesAwayHarmsNobody() throws Exception {
    String webhook = shop.requestApproval(shop.createLink());
    URI uri = URI.create(webhook);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
                  .getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(200, post(webhook, send("hi"), "application/json").statusCode());
    assertEquals(1, ledger("select count(*) from events where brand_id = $1"));
  }

  /**
   * The service may answer and close before it has read everything, which HttpClient reports as a
   * broken call.
   */
  private static int chunked(String webhook, int size) throws IOException {
    URI uri = URI.create(webhook);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      byte[] chunk = new byte[1024 * 1024];
      try {
        for (int sent = 0; sent < size; sent += chunk.length) {
          out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException answeredAlready) {
        // read the answer below
      }
      InputStream in = socket.getInputStream();
      String status = new String(in.readNBytes(12), StandardCharsets.UTF_8);
      return Integer.parseInt(status.substring(9));
    }
  }

  private String linkId() {
    return shop.as("manager").get("/api/v1/links").then().extract().path("items[0].id");
  }

  private static byte[] send(String text) {
    return ("{\"event\":\"send\",\"user\":\""
            + USER
            + "\",\"textContent\":{\"text\":\""
            + text
            + "\",\"inputType\":\"typing\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> post(String url, byte[] body, String contentType)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private long ledger(String count) {
    return pool.preparedQuery(count)
        .execute(Tuple.of(UUID.fromString(shop.brandId())))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
