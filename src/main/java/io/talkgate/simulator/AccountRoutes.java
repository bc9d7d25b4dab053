package io.talkgate.simulator;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Partner Center's account pages: key, webhook URL, events, 핸드오버; and the faults. */
final class AccountRoutes {
  private final Accounts accounts;
  private final SimulatorSettings settings;
  private final Journal journal;

  AccountRoutes(Accounts accounts, SimulatorSettings settings, Journal journal) {
    this.accounts = accounts;
    this.settings = settings;
    this.journal = journal;
  }

  void mount(Api api) {
    api.on(POST, "/api/accounts", call -> create(Api.body(call)));
    api.on(GET, "/api/accounts", call -> list());
    api.onAccount(GET, "", (account, body) -> Reply.ok(account.toJson()));
    api.onAccount(PATCH, "", this::change);
    api.onAccount(DELETE, "", (account, body) -> remove(account));
    api.onAccount(PUT, "/faults", this::setFaults);
    api.onAccount(DELETE, "/faults", (account, body) -> clearFaults(account));
    api.onAccount(GET, "/calls", (account, body) -> calls(account));
  }

  private Reply create(@Nullable JsonObject body) {
    if (body == null) {
      return Reply.invalid("body");
    }
    AccountForm form = new AccountForm(body);
    String id = form.accountId();
    String key = form.sendApiKey();
    String problem = id == null ? "accountId" : key == null ? "sendApiKey" : form.problem();
    if (id == null || key == null || problem != null) {
      return Reply.invalid(String.valueOf(problem));
    }
    if (accounts.find(id) != null || accounts.withKey(key) != null) {
      return Reply.problem(409, "ACCOUNT_EXISTS", "The account ID or the key is taken");
    }
    if (accounts.full()) {
      return Reply.problem(409, "TOO_MANY", "No more accounts");
    }
    Account account = new Account(id, key, settings);
    accounts.add(account);
    form.applyTo(account);
    journal.changed(account);
    return Reply.created(account.toJson());
  }

  private Reply list() {
    JsonArray items = new JsonArray();
    accounts.all().forEach(account -> items.add(account.toJson()));
    return Reply.ok(new JsonObject().put("items", items));
  }

  private Reply change(Account account, @Nullable JsonObject body) {
    String problem = body == null ? "body" : new AccountForm(body).problem();
    if (body == null || problem != null) {
      return Reply.invalid(String.valueOf(problem));
    }
    new AccountForm(body).applyTo(account);
    journal.changed(account);
    return Reply.ok(account.toJson());
  }

  private Reply remove(Account account) {
    accounts.remove(account);
    account.saveWebhookUrl(null);
    journal.removed(account);
    return Reply.ok(account.toJson());
  }

  private Reply setFaults(Account account, @Nullable JsonObject body) {
    if (body == null) {
      return Reply.invalid("body");
    }
    FaultForm form = new FaultForm(body);
    String problem = form.problem();
    if (problem != null) {
      return Reply.invalid(problem);
    }
    account.setFaults(form.plan());
    if (form.blocksWebhook()) {
      account.block().set(journal.now(), true);
    }
    journal.changed(account);
    return Reply.ok(account.toJson());
  }

  private Reply clearFaults(Account account) {
    account.setFaults(FaultPlan.NONE);
    account.block().liftFault();
    journal.changed(account);
    return Reply.ok(account.toJson());
  }

  private static Reply calls(Account account) {
    return Reply.ok(
        new JsonObject()
            .put("sendApi", account.sendCalls().toJson())
            .put("webhook", account.webhookCalls().toJson()));
  }
}
