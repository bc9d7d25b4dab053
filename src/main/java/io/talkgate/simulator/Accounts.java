package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts, by id (case-insensitive, protocol §1) and by send-API key. */
final class Accounts {
  static final int MAX_ACCOUNTS = 1_000;

  private final Map<String, Account> byId = new LinkedHashMap<>();
  private final Map<String, Account> byKey = new HashMap<>();

  Collection<Account> all() {
    return byId.values();
  }

  @Nullable Account find(String id) {
    return byId.get(id.toLowerCase(Locale.ROOT));
  }

  @Nullable Account withKey(@Nullable String key) {
    return key == null ? null : byKey.get(key);
  }

  boolean full() {
    return byId.size() >= MAX_ACCOUNTS;
  }

  void add(Account account) {
    byId.put(account.id().toLowerCase(Locale.ROOT), account);
    byKey.put(account.sendApiKey(), account);
  }

  void remove(Account account) {
    byId.remove(account.id().toLowerCase(Locale.ROOT));
    byKey.remove(account.sendApiKey());
  }

  boolean knows(String user) {
    return byId.values().stream().anyMatch(account -> account.customer(user) != null);
  }

  JsonArray toState() {
    JsonArray state = new JsonArray();
    byId.values().forEach(account -> state.add(stateOf(account)));
    return state;
  }

  private static JsonObject stateOf(Account account) {
    JsonArray people = new JsonArray();
    account.customers().forEach(customer -> people.add(customer.toState()));
    return account.toJson().put("customers", people);
  }

  void restore(JsonObject state, SimulatorSettings settings) {
    for (JsonObject kept : Fields.objects(state, "accounts")) {
      Account account =
          new Account(
              Fields.text(kept, "accountId", ""), Fields.text(kept, "sendApiKey", ""), settings);
      account.saveWebhookUrl(Fields.text(kept, "webhookUrl"));
      account.select(Fields.texts(kept, "events"));
      account.setHandover(Fields.flag(kept, "handover", false));
      account.setMenu(
          kept.getValue("menuContent") instanceof JsonArray menu ? menu : new JsonArray());
      String blockedSince = Fields.text(kept, "blockedSince");
      if (blockedSince != null) {
        account.block().set(Instant.parse(blockedSince), false);
      }
      Fields.objects(kept, "customers").forEach(one -> account.add(Customer.ofState(one)));
      add(account);
    }
  }
}
