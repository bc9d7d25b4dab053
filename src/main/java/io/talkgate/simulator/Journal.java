package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whatever happens is told to the page and marked for keeping. */
final class Journal {
  private final LiveStream live;
  private final StateFile state;
  private final Clock clock;

  Journal(LiveStream live, StateFile state, Clock clock) {
    this.live = live;
    this.state = state;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** A message: a line with NAVER's messageId. */
  void message(
      Account account, Customer customer, Side from, JsonObject event, @Nullable String nickname) {
    long messageId = Fields.number(event, "messageId", 0);
    line(account, customer, from, event, nickname, messageId);
  }

  /** A line that is no message, such as entering the room. */
  void note(Account account, Customer customer, Side from, JsonObject event) {
    line(account, customer, from, event, null, null);
  }

  private void line(
      Account account,
      Customer customer,
      Side from,
      JsonObject event,
      @Nullable String nickname,
      @Nullable Long messageId) {
    Transcript transcript = customer.transcript();
    JsonObject body = event.copy();
    body.remove("user");
    String name = Fields.text(event, "event", "");
    TranscriptLine line =
        new TranscriptLine(transcript.nextId(), now(), from, name, body, nickname, messageId);
    transcript.add(line);
    live.publish("transcript", of(account, customer).put("line", line.toJson()));
    state.changed();
  }

  void changed(Account account) {
    live.publish("account", account.toJson());
    state.changed();
  }

  void changed(Account account, Customer customer) {
    live.publish("customer", of(account, customer).put("customer", customer.toJson()));
    state.changed();
  }

  void removed(Account account) {
    live.publish("account-removed", new JsonObject().put("accountId", account.id()));
    state.changed();
  }

  void typing(Account account, Customer customer, boolean on) {
    live.publish("typing", of(account, customer).put("on", on));
  }

  void sendCall(Account account, JsonObject call) {
    account.sendCalls().add(call);
    live.publish("send-call", new JsonObject().put("accountId", account.id()).put("call", call));
  }

  void webhookCall(Account account, JsonObject call) {
    account.webhookCalls().add(call);
    live.publish("webhook-call", new JsonObject().put("accountId", account.id()).put("call", call));
  }

  private static JsonObject of(Account account, Customer customer) {
    return new JsonObject().put("accountId", account.id()).put("user", customer.user());
  }
}
