package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;

/** The page and its files. Read once, at mounting, from the class path. */
final class PageRoutes {
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("index.html", "text/html;charset=UTF-8"),
          Map.entry("simulator.css", "text/css;charset=UTF-8"),
          Map.entry("main.js", "text/javascript;charset=UTF-8"),
          Map.entry("api.js", "text/javascript;charset=UTF-8"),
          Map.entry("dom.js", "text/javascript;charset=UTF-8"),
          Map.entry("accounts.js", "text/javascript;charset=UTF-8"),
          Map.entry("chat.js", "text/javascript;charset=UTF-8"),
          Map.entry("composer.js", "text/javascript;charset=UTF-8"),
          Map.entry("lines.js", "text/javascript;charset=UTF-8"),
          Map.entry("partner.js", "text/javascript;charset=UTF-8"),
          Map.entry("faults.js", "text/javascript;charset=UTF-8"),
          Map.entry("calls.js", "text/javascript;charset=UTF-8"),
          Map.entry("sample.png", "image/png"));

  private static final String POLICY =
      "default-src 'self'; img-src * data:; object-src 'none'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private final Map<String, byte[]> contents;

  PageRoutes() {
    contents = FILES.keySet().stream().collect(Collectors.toMap(name -> name, PageRoutes::read));
  }

  /**
   * @param own the router below {@code path} on {@code router}
   */
  void mount(Router router, String path, Router own) {
    router.route(HttpMethod.GET, path).handler(call -> send(call, "index.html"));
    FILES.keySet().stream()
        .filter(name -> !name.equals("index.html"))
        .forEach(name -> own.route(HttpMethod.GET, "/" + name).handler(call -> send(call, name)));
  }

  private void send(RoutingContext call, String name) {
    call.response()
        .putHeader("Content-Type", FILES.getOrDefault(name, "application/octet-stream"))
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(Buffer.buffer(contents.getOrDefault(name, new byte[0])));
  }

  private static byte[] read(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream("/simulator/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks simulator/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("simulator/" + name + " cannot be read", e);
    }
  }
}
