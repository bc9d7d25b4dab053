package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Supplier;

/** The send API's front: key, pace and faults. Then comes the echo. */
final class SendCalls {
  private final Vertx vertx;
  private final Accounts accounts;
  private final SendApi sendApi;
  private final MessageEvents messages;
  private final WebhookReplies echoes;
  private final BrokenAnswers broken;
  private final Journal journal;

  SendCalls(
      Vertx vertx,
      Accounts accounts,
      SendApi sendApi,
      MessageEvents messages,
      WebhookReplies echoes,
      Journal journal) {
    this.vertx = vertx;
    this.accounts = accounts;
    this.sendApi = sendApi;
    this.messages = messages;
    this.echoes = echoes;
    this.journal = journal;
    broken = new BrokenAnswers(vertx);
  }

  void event(RoutingContext call) {
    JsonObject body = Fields.parse(Bodies.of(call));
    admitted(call, account -> sendApi.event(account, body));
  }

  void imageUpload(RoutingContext call) {
    JsonObject body = Fields.parse(Bodies.of(call));
    admitted(call, account -> messages.upload(body).map(SendOutcome::silent));
  }

  private interface Work {
    Future<SendOutcome> of(Account account);
  }

  private void admitted(RoutingContext call, Work work) {
    Account account = accounts.withKey(call.request().getHeader("Authorization"));
    if (account == null) {
      Answer.write(call.request(), 200, SendAnswer.wrongKey().toJson());
    } else if (!account.pace().admits(journal.now())) {
      call.response().setStatusCode(429).end("Too Many Requests");
      log(account, call, 429, new JsonObject());
    } else {
      FaultPlan plan = account.faults();
      account.setFaults(plan.next());
      perform(call, account, plan, () -> work.of(account));
    }
  }

  private void perform(
      RoutingContext call, Account account, FaultPlan plan, Supplier<Future<SendOutcome>> work) {
    Future<SendOutcome> outcome =
        plan.accepts()
            ? work.get()
            : Future.succeededFuture(SendOutcome.silent(SendAnswer.accepted()));
    outcome
        .compose(done -> echoedBefore(account, plan, done))
        .compose(done -> after(plan.delay(), done))
        .onSuccess(done -> answer(call, account, plan, done))
        .onFailure(call::fail);
  }

  private Future<SendOutcome> echoedBefore(Account account, FaultPlan plan, SendOutcome outcome) {
    return plan.echoMode() == EchoMode.BEFORE_ANSWER
        ? echoes.echo(account, outcome).map(outcome)
        : Future.succeededFuture(outcome);
  }

  private void answer(RoutingContext call, Account account, FaultPlan plan, SendOutcome outcome) {
    SendAnswer answer = answerOf(plan, outcome.answer());
    JsonObject json = answer.toJson();
    int status = 200;
    if (plan.answer() == null) {
      Answer.write(call.request(), status, json);
    } else {
      status = broken.write(call.request(), plan.answer(), json.toBuffer());
    }
    log(account, call, status, json);
    for (int i = 0; i < echoesAfter(plan.echoMode()); i++) {
      echoes.echo(account, outcome);
    }
  }

  private static SendAnswer answerOf(FaultPlan plan, SendAnswer natural) {
    String code = plan.resultCode();
    return code != null && plan.refuses() ? SendAnswer.of(code, plan.resultMessage()) : natural;
  }

  private static int echoesAfter(EchoMode mode) {
    return switch (mode) {
      case ONCE -> 1;
      case TWICE -> 2;
      case NONE, BEFORE_ANSWER -> 0;
    };
  }

  private void log(Account account, RoutingContext call, int status, JsonObject answer) {
    Buffer body = Bodies.of(call);
    journal.sendCall(
        account,
        new JsonObject()
            .put("time", journal.now().toString())
            .put("path", call.request().path())
            .put("body", CallLog.shortened(body.toString()))
            .put("status", status)
            .put("answer", answer));
  }

  private Future<SendOutcome> after(Duration delay, SendOutcome outcome) {
    if (delay.isZero()) {
      return Future.succeededFuture(outcome);
    }
    Promise<SendOutcome> promise = Promise.promise();
    vertx.setTimer(delay.toMillis(), id -> promise.complete(outcome));
    return promise.future();
  }

  /** Writes JSON answers. */
  static final class Answer {
    private Answer() {}

    static void write(HttpServerRequest request, int status, JsonObject json) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", Webhooks.JSON)
          .end(json.toBuffer());
    }
  }
}
