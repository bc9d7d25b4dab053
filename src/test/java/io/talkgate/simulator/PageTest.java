package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private final Harness sim = new Harness();

  @AfterEach
  void close() {
    sim.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void servesThePageWithoutInlineScripts(String path) {
    Answer page = sim.fetch(path);

    assertEquals(200, page.status());
    assertTrue(
        page.whole()
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .contains("default-src 'self'"));
    assertFalse(
        Pattern.compile("<script(?![^>]* src=)|<style| on[a-z]+=| style=")
            .matcher(page.body())
            .find());
    assertFalse(page.body().contains("//cdn"));
  }

  @Test
  void servesEveryFileThePageAndItsModulesName() {
    Matcher named =
        Pattern.compile("\"/simulator/([a-z]+\\.[a-z]+)\"").matcher(sim.fetch("").body());
    while (named.find()) {
      assertEquals(200, sim.fetch("/" + named.group(1)).status(), named.group());
    }
    Matcher imported =
        Pattern.compile("from \"\\./([a-z]+\\.js)\"").matcher(sim.fetch("/main.js").body());
    int count = 0;
    while (imported.find()) {
      assertEquals(200, sim.fetch("/" + imported.group(1)).status(), imported.group());
      count++;
    }
    assertTrue(count >= 7, "imports found: " + count);
  }

  @Test
  void servesNothingElse() {
    assertEquals(404, sim.fetch("/secret.js").status());
    assertEquals(404, sim.fetch("/..%2fapplication.properties").status());
  }

  @Test
  void tellsThePageWhatHappens() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HttpClient client = sim.vertx.createHttpClient();
    Harness.get(
        client
            .request(
                HttpMethod.GET,
                URI.create(sim.base()).getPort(),
                "127.0.0.1",
                "/simulator/api/stream")
            .compose(request -> request.send())
            .onSuccess(response -> response.handler(part -> told.add(part.toString()))));
    String user = sim.customer(sim.account());

    sim.says(user, "live");

    StringBuilder all = new StringBuilder();
    while (all.indexOf("event: webhook-call") < 0) {
      all.append(java.util.Objects.requireNonNull(told.poll(10, TimeUnit.SECONDS), all::toString));
    }
    assertTrue(all.indexOf("event: account\n") >= 0);
    assertTrue(all.indexOf("event: transcript\n") >= 0);
    assertTrue(all.indexOf("\"live\"") >= 0);
  }
}
