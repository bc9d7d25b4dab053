package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.talktalk.OutgoingEvent.Typing;
import io.talkgate.talktalk.SendOutcome.Accepted;
import io.talkgate.talktalk.SendOutcome.KeyRefused;
import io.talkgate.talktalk.SendOutcome.NotReached;
import io.talkgate.talktalk.SendOutcome.Unclear;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client against a real server. It runs inside Quarkus only because the typed REST client's
 * code is made by Quarkus's build; it needs no database.
 */
@QuarkusTest
class NaverSendApiTest {
  private static final SendApiKey KEY = new SendApiKey("ct_wc8b1i_secret");
  private static final OutgoingEvent EVENT = new Typing("al-2eGuGr5WQOnco1_V-FQ", true);
  private static final String ACCEPTED =
      "{\"success\":true,\"resultCode\":\"00\",\"resultMessage\":\"success\"}";

  /** Long, so that a busy machine does not look like a slow NAVER. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  /** For the tests in which the time runs out. */
  private static final Duration SHORT = Duration.ofMillis(700);

  @Inject SendApi injected;
  @Inject Config config;
  @Inject SendApiConfig settings;

  private NaverStandIn naver;
  private NaverSendApi api;

  @BeforeEach
  void start() {
    naver = new NaverStandIn();
    api = api(naver.url(), PATIENT);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void aCallLooksAsTheProtocolShowsIt() {
    naver.answers(ACCEPTED);

    assertEquals(new Accepted(), call());
    assertEquals(
        List.of(
            new NaverStandIn.Call(
                "POST",
                "/chatbot/v1/event",
                "application/json;charset=UTF-8",
                KEY.value(),
                new String(WireCodec.encode(EVENT), StandardCharsets.UTF_8))),
        naver.calls());
  }

  @Test
  void anUploadNamesThePicturesUrl() {
    naver.answers("{\"success\":true,\"resultCode\":\"00\",\"imageId\":\"abc\"}");

    assertEquals(
        new SendOutcome.Uploaded("abc"),
        api.upload(KEY, "https://a.example/b.png").await().atMost(PATIENT));
    assertEquals(
        List.of(
            new NaverStandIn.Call(
                "POST",
                "/chatbot/v1/imageUpload",
                "application/json;charset=UTF-8",
                KEY.value(),
                "{\"imageUrl\":\"https://a.example/b.png\"}")),
        naver.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=UTF-8", "text/plain", "text/html", "x/y"})
  void theAnswersBytesCountNotItsContentType(String contentType) {
    naver.answers(
        r ->
            r.putHeader("Content-Type", contentType)
                .end("{\"success\":false,\"resultCode\":\"01\",\"resultMessage\":\"no\"}"));

    assertEquals(new KeyRefused("01", "no"), call());
  }

  @Test
  void anAnswerWithoutContentTypeInManyChunksIsReadWhole() {
    naver.answers(
        r -> {
          r.setChunked(true);
          ACCEPTED.chars().forEach(c -> r.write(Character.toString(c)));
          r.end();
        });

    assertEquals(new Accepted(), call());
  }

  @Test
  void statusOtherThan200IsUnclear() {
    for (int status : new int[] {201, 204, 400, 401, 403, 404, 500, 502, 503, 504}) {
      naver.answers(r -> r.setStatusCode(status).end(ACCEPTED));

      assertEquals(new Unclear("HTTP status " + status), call());
    }
  }

  @Test
  void status429IsNotReached() {
    naver.answers(r -> r.setStatusCode(429).end());

    assertEquals(new NotReached("HTTP status 429"), call());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsUnclearAndNotFollowed(int status) {
    naver.answers(
        r -> r.setStatusCode(status).putHeader("Location", naver.url() + "/elsewhere").end());

    assertEquals(new Unclear("HTTP status " + status), call());
    assertEquals(1, naver.calls().size());
  }

  @Test
  void theUrlIsReadFromTheConfigurationAtTheFirstCall() {
    naver.answers(ACCEPTED);
    api = new NaverSendApi(config, settings);
    System.setProperty(SendApiConfig.URL_NAME, naver.url().toString());
    try {
      assertEquals(new Accepted(), call());
    } finally {
      System.clearProperty(SendApiConfig.URL_NAME);
    }
    assertInstanceOf(NaverSendApi.class, ClientProxy.unwrap(injected));
  }

  @Test
  void nothingAtTheUrlIsNotReached() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    api = api(nobody, PATIENT);

    assertEquals(new NotReached("could not connect"), call());
  }

  @Test
  void anUnknownHostIsNotReached() {
    api = api(URI.create("http://naver.invalid"), PATIENT);

    assertEquals(new NotReached("host name not found"), call());
  }

  @Test
  void aServerWithoutTlsIsNotReached() {
    URI tls = URI.create(naver.url().toString().replace("http:", "https:"));
    api = api(tls, PATIENT);

    assertEquals(new NotReached("TLS handshake failed"), call());
    assertEquals(List.of(), naver.calls());
  }

  @Test
  void noAnswerInTimeIsUnclear() {
    naver.answers(r -> {});
    api = api(naver.url(), SHORT);

    assertEquals(new Unclear("no answer in time"), call());
  }

  @Test
  void aConnectionLostAfterWritingIsUnclear() {
    naver.answers(r -> r.reset());

    assertInstanceOf(Unclear.class, call());
    assertEquals(1, naver.calls().size());
  }

  @Test
  void halfAnAnswerIsUnclearEvenWhereTheHalfSaysYes() {
    naver.answers(
        r ->
            r.putHeader("Content-Length", "" + (ACCEPTED.length() + 10))
                .write(ACCEPTED)
                .onComplete(v -> r.reset()));

    assertInstanceOf(Unclear.class, call());
  }

  private static NaverSendApi api(URI url, Duration timeout) {
    return new NaverSendApi(() -> url, PATIENT, timeout);
  }

  private SendOutcome call() {
    return api.call(KEY, EVENT).await().atMost(PATIENT.multipliedBy(2));
  }
}
