package io.talkgate.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The pages' style sheet and scripts, with the scripts' texts as one more of them. Read at the
 * start; browsers ask whether they have changed and mostly hear that they have not. They tell
 * nothing about anybody, so nobody need be logged in.
 */
@Singleton
class Assets {
  static final String PATH = "/console/assets/";

  /** The files of {@code console/assets}. */
  static final List<String> FILES =
      List.of(
          "actions.js",
          "approvals.js",
          "buttons.js",
          "calls.js",
          "categories.js",
          "chart.js",
          "composer.js",
          "console.css",
          "consultations.js",
          "core.js",
          "events.js",
          "icon.svg",
          "link.js",
          "links.js",
          "linkstate.js",
          "live.js",
          "members.js",
          "mentions.js",
          "messages.js",
          "notify.js",
          "overview.js",
          "ruleagents.js",
          "ruleholidays.js",
          "rulehours.js",
          "ruleparts.js",
          "rules.js",
          "shell.js",
          "side.js",
          "snippets.js",
          "statistics.js",
          "subscriptions.js",
          "talk.js",
          "templates.js");

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
  private static final int NOT_MODIFIED = 304;

  private final ObjectMapper json;

  Assets(ObjectMapper json) {
    this.json = json;
  }

  void mount(@Observes Router router) {
    Map<String, byte[]> contents = new HashMap<>();
    FILES.forEach(name -> contents.put(name, read(name)));
    List.of(Locale.KOREAN, Locale.ENGLISH)
        .forEach(
            language -> contents.put("texts-" + language.getLanguage() + ".js", texts(language)));
    contents.forEach(
        (name, content) -> {
          String tag = tag(content);
          router
              .route(HttpMethod.GET, PATH + name)
              .handler(call -> answer(call, name, tag, content));
        });
  }

  private static void answer(RoutingContext call, String name, String tag, byte[] content) {
    call.response()
        .putHeader("Cache-Control", "no-cache")
        .putHeader("ETag", tag)
        .putHeader("X-Content-Type-Options", "nosniff");
    if (tag.equals(call.request().getHeader("If-None-Match"))) {
      call.response().setStatusCode(NOT_MODIFIED).end();
      return;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1);
    call.response()
        .putHeader("Content-Type", TYPES.get(extension) + ";charset=UTF-8")
        .end(Buffer.buffer(content));
  }

  private byte[] texts(Locale language) {
    ResourceBundle bundle = ConsoleTexts.scripts(language);
    Map<String, String> texts = new TreeMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    try {
      return ("export default " + json.writeValueAsString(texts) + ";\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the texts cannot be written", e);
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/console/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks console/assets/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("console/assets/" + name + " cannot be read", e);
    }
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
