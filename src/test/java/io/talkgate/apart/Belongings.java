package io.talkgate.apart;

import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop of which there is one of everything. */
final class Belongings {
  private final Shop shop;

  /** By the names that plans use: link, consultation, message, … */
  private final Map<String, String> ids;

  private Belongings(Shop shop, Map<String, String> ids) {
    this.shop = shop;
    this.ids = ids;
  }

  static Belongings make() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    WebhookCaller naver = new WebhookCaller(shop.requestApproval(link));
    shop.approve(link);
    naver.writes("customer-of-" + shop.brandId(), "hello").join();
    naver.sends("{\"event\":\"send\"").join();
    String id = shop.newestConsultation();
    String consultation = "/api/v1/consultations/" + id;
    shop.as("agent").body("{\"text\":\"a note\"}").post(consultation + "/notes");
    Map<String, String> ids = new TreeMap<>();
    ids.put("brand", shop.brandId());
    ids.put("member", shop.memberId("agent"));
    ids.put("link", link);
    ids.put("consultation", id);
    ids.put("customer", shop.as("agent").get(consultation).path("customer.id"));
    ids.put(
        "message",
        shop.as("agent")
            .body("{\"content\":{\"type\":\"TEXT\",\"text\":\"an answer\"}}")
            .post(consultation + "/messages")
            .path("id"));
    ids.put("presence", shop.memberId("agent"));
    ids.put(
        "template",
        shop.as("manager")
            .body("{\"title\":\"a template\",\"text\":\"hello\"}")
            .post("/api/v1/templates")
            .path("id"));
    ids.put(
        "subscription",
        shop.as("manager")
            .body("{\"url\":\"http://localhost:9/hook\",\"types\":[\"link.health\"]}")
            .post("/api/v1/subscriptions")
            .path("id"));
    ids.put("event", shop.as("manager").get("/api/v1/events?state=FAILED").path("items[0].id"));
    return new Belongings(shop, ids);
  }

  Shop shop() {
    return shop;
  }

  List<String> ids() {
    return List.copyOf(ids.values());
  }

  /** With what stands in braces put in. */
  String fill(String template) {
    String filled = template;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
  }

  /** An operation's path with the id of what it is about: /links/{id} of the link. */
  String fillPath(String path) {
    String thing = path.replaceAll("^/(\\w+?)s?([/?].*)?$", "$1");
    return path.replace("{id}", ids.getOrDefault(thing, "{id}"));
  }

  /** All that others might have changed, as its own members see it. */
  String shown() {
    StringBuilder shown = new StringBuilder();
    for (String path :
        List.of(
            "/links",
            "/members",
            "/links/{link}/settings",
            "/consultations/{consultation}/notes",
            "/consultations/{consultation}/history",
            "/customers/{customer}",
            "/templates",
            "/categories",
            "/presence",
            "/subscriptions",
            "/events")) {
      shown.append(shop.as("owner").get("/api/v1" + fill(path)).asString()).append('\n');
    }
    for (String field : List.of("status", "assignee", "tags", "unreadCount", "thread")) {
      Object value =
          shop.as("owner").get("/api/v1" + fill("/consultations/{consultation}")).path(field);
      shown.append(field).append('=').append(value).append('\n');
    }
    return shown.toString();
  }
}
