package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One TalkTalk account as Partner Center keeps it. Used on the simulator's context only. */
final class Account {
  /** What [이벤트 변경] offers (protocol §4); every other event is always sent. */
  static final List<String> SELECTABLE = List.of("send", "open", "leave", "friend", "echo");

  static final int MAX_CUSTOMERS = 10_000;

  private final String id;
  private final String sendApiKey;
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Set<String> events = new TreeSet<>(SELECTABLE);
  private final WebhookBlock block;
  private final SendPace pace;
  private final CallLog sendCalls = new CallLog();
  private final CallLog webhookCalls = new CallLog();
  private @Nullable String webhookUrl;
  private boolean handover;
  private JsonArray menu = new JsonArray();
  private FaultPlan faults = FaultPlan.NONE;

  Account(String id, String sendApiKey, SimulatorSettings settings) {
    this.id = id;
    this.sendApiKey = sendApiKey;
    block = new WebhookBlock(settings);
    pace = new SendPace(settings);
  }

  String id() {
    return id;
  }

  String sendApiKey() {
    return sendApiKey;
  }

  @Nullable String webhookUrl() {
    return webhookUrl;
  }

  /** Saving the URL, even the same one, lifts NAVER's block (protocol §2). */
  void saveWebhookUrl(@Nullable String url) {
    webhookUrl = url;
    block.lift();
  }

  boolean wants(String event) {
    return events.contains(event) || !SELECTABLE.contains(event);
  }

  void select(Collection<String> chosen) {
    events.clear();
    events.addAll(chosen);
  }

  boolean handover() {
    return handover;
  }

  void setHandover(boolean on) {
    handover = on;
    if (!on) {
      customers.values().forEach(customer -> customer.setAtPartnerCenter(false));
    }
  }

  WebhookBlock block() {
    return block;
  }

  SendPace pace() {
    return pace;
  }

  FaultPlan faults() {
    return faults;
  }

  void setFaults(FaultPlan plan) {
    faults = plan;
  }

  void setMenu(JsonArray content) {
    menu = content;
  }

  CallLog sendCalls() {
    return sendCalls;
  }

  CallLog webhookCalls() {
    return webhookCalls;
  }

  @Nullable Customer customer(String user) {
    return customers.get(user);
  }

  Collection<Customer> customers() {
    return customers.values();
  }

  boolean full() {
    return customers.size() >= MAX_CUSTOMERS;
  }

  void add(Customer customer) {
    customers.put(customer.user(), customer);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("accountId", id)
        .put("sendApiKey", sendApiKey)
        .put("webhookUrl", webhookUrl)
        .put("events", new JsonArray(List.copyOf(events)))
        .put("handover", handover)
        .put("blocked", block.since() != null)
        .put("blockedSince", block.since() == null ? null : String.valueOf(block.since()))
        .put("failuresLastHour", block.failures())
        .put("menuContent", menu)
        .put("customers", customers.size())
        .put("faults", faults.toJson());
  }
}
