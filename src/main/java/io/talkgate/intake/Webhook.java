package io.talkgate.intake;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.LogIds;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.tracing.Traces;
import io.talkgate.talktalk.Glance;
import io.talkgate.talktalk.TalkTalkEvents;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** One call of a webhook: whose token, which bytes, kept or not, answered. */
@Singleton
class Webhook {
  private static final Uni<WebhookAnswer> TOO_LARGE =
      Uni.createFrom().item(WebhookAnswer.TOO_LARGE);
  private static final byte[] NO_BODY = {};
  private static final AttributeKey<String> EVENT = AttributeKey.stringKey("talkgate.event.id");

  /** A body on its way to the disk gets its own when it is complete. */
  private static final Stamp NO_STAMP = new Stamp(new UUID(0, 0), Instant.EPOCH);

  private final AllowedCallers callers;
  private final WebhookTokens tokens;
  private final Bodies bodies;
  private final Intake intake;
  private final StreamedIntake streamed;
  private final Stamps stamps;
  private final WebhookAnswers answers;
  private final LiveAnswers live;
  private final Traces traces;

  Webhook(
      AllowedCallers callers,
      WebhookTokens tokens,
      Bodies bodies,
      Intake intake,
      StreamedIntake streamed,
      Stamps stamps,
      WebhookAnswers answers,
      LiveAnswers live,
      Traces traces) {
    this.callers = callers;
    this.tokens = tokens;
    this.bodies = bodies;
    this.intake = intake;
    this.streamed = streamed;
    this.stamps = stamps;
    this.answers = answers;
    this.live = live;
    this.traces = traces;
  }

  void receive(RoutingContext call, String token) {
    long began = System.nanoTime();
    if (!tokens.isCanary(token) && !callers.allow(call.request())) {
      answers.answered(call, WebhookAnswer.CALLER_REFUSED, began);
      return;
    }
    call.request().pause();
    tokens
        .ownerOf(token)
        .chain(owner -> answer(call.request(), owner, began))
        .subscribe()
        .with(
            answer -> answers.answered(call, answer, began),
            failure -> answers.failed(call, failure, began));
  }

  private Uni<WebhookAnswer> answer(HttpServerRequest request, TokenOwner owner, long began) {
    if (owner instanceof TokenOwner.Live known) {
      return answer(request, known, began);
    }
    if (owner instanceof TokenOwner.Unresolved unresolved) {
      SpoolRecord call = new UnresolvedCall(NO_STAMP, unresolved.hash(), NO_BODY);
      return read(request, call, unresolved, body -> keep(unresolved, body));
    }
    return Uni.createFrom().item(withoutReading(owner));
  }

  private Uni<WebhookAnswer> answer(HttpServerRequest request, TokenOwner.Live known, long began) {
    LogIds.are(known.brandId(), known.linkId());
    Span span = traces.begin("webhook", SpanKind.SERVER, known.brandId(), known.linkId());
    SpoolRecord call = new SpooledEvent(NO_STAMP, known.brandId(), known.linkId(), NO_BODY);
    Uni<WebhookAnswer> answer = read(request, call, known, body -> keep(known, body, span));
    return Traces.during(span, live.noted(known, began, answer), Webhook::told);
  }

  private static void told(Span span, WebhookAnswer answer) {
    span.setAttribute("http.response.status_code", answer.status());
  }

  private static WebhookAnswer withoutReading(TokenOwner owner) {
    if (owner instanceof TokenOwner.Canary) {
      return WebhookAnswer.CANARY;
    }
    boolean dead = owner instanceof TokenOwner.Dead;
    return dead ? WebhookAnswer.DEAD_TOKEN : WebhookAnswer.UNKNOWN_TOKEN;
  }

  private Uni<WebhookAnswer> read(
      HttpServerRequest request,
      SpoolRecord call,
      TokenOwner owner,
      Function<byte[], Uni<WebhookAnswer>> keep) {
    return bodies
        .read(request, call)
        .chain(
            body ->
                body.fold(
                    held -> keep.apply(held.bytes()).onTermination().invoke(held::giveBack),
                    onDisk -> keepStreamed(owner, onDisk),
                    TOO_LARGE));
  }

  private Uni<WebhookAnswer> keepStreamed(TokenOwner owner, ReadBody.Streamed body) {
    return streamed
        .keep(owner, body.stream())
        .invoke(
            glance -> {
              if (owner instanceof TokenOwner.Live known) {
                live.kept(known, glance.eventName());
              }
            })
        .map(Webhook::answerTo);
  }

  private Uni<WebhookAnswer> keep(TokenOwner.Live owner, byte[] body, Span span) {
    return bodies
        .parse(body, () -> ReceivedEvent.of(stamps.next(), owner.brandId(), owner.linkId(), body))
        .invoke(answers::count)
        .invoke(event -> Traces.about(span, EVENT, event.stamp().id()))
        .chain(
            event ->
                intake
                    .keep(event, span.getSpanContext())
                    .invoke(() -> live.kept(owner, event.name()))
                    .replaceWith(answerTo(event.asksForPayment())));
  }

  private Uni<WebhookAnswer> keep(TokenOwner.Unresolved unresolved, byte[] body) {
    return bodies
        .parse(body, () -> ReceivedEvent.asksForPayment(TalkTalkEvents.parse(body)))
        .chain(
            asksForPayment ->
                intake
                    .keepUnresolved(stamps.next(), unresolved.hash(), body)
                    .replaceWith(answerTo(asksForPayment)));
  }

  private static WebhookAnswer answerTo(Glance glance) {
    return answerTo(ReceivedEvent.isPayment(glance.eventName()));
  }

  private static WebhookAnswer answerTo(boolean asksForPayment) {
    return asksForPayment ? WebhookAnswer.PAYMENT_REFUSED : WebhookAnswer.KEPT;
  }
}
