package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * NAVER keeps every image it took and shows it under a URL of its own; here that URL redirects to
 * the original.
 */
final class Images {
  private static final int MAX_IMAGES = 10_000;

  /**
   * Stands for the public web, where NAVER would look: a name that is nobody's (RFC 6761), whose
   * pictures are the simulator's own.
   */
  private static final String PUBLIC = "https://pictures.simulator.test/";

  private final Map<String, String> originals = new LinkedHashMap<>();
  private String base = "http://localhost";

  /** Remembers under which address the simulator is reached. */
  void reachedAt(RoutingContext call) {
    if (call.request().authority() != null) {
      base = call.request().scheme() + "://" + call.request().authority();
    }
  }

  /** Where to get what a URL names. */
  String found(String url) {
    return url.startsWith(PUBLIC) ? base + "/simulator/" + url.substring(PUBLIC.length()) : url;
  }

  /** Answers the image's id, as the image upload does. */
  String keep(String original) {
    String id = Ids.image();
    originals.put(id, found(original));
    if (originals.size() > MAX_IMAGES) {
      originals.remove(originals.keySet().iterator().next());
    }
    return id;
  }

  @Nullable String original(String id) {
    return originals.get(id);
  }

  String url(String id) {
    return base + "/simulator/images/" + id;
  }

  JsonObject toState() {
    JsonObject state = new JsonObject();
    originals.forEach(state::put);
    return state;
  }

  void restore(JsonObject state) {
    state.fieldNames().forEach(id -> originals.put(id, Fields.text(state, id, "")));
  }
}
