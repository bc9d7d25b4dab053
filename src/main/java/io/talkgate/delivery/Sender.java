package io.talkgate.delivery;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.consultation.Settled;
import io.talkgate.consultation.Settlement;
import io.talkgate.delivery.Decision.Final;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.link.health.LinkNotes;
import io.talkgate.platform.LogIds;
import io.talkgate.platform.tracing.Traces;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Makes the call for one claimed message and settles it. */
@Singleton
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("talkgate.message.id");

  private final SendApiKeys keys;
  private final SendApi api;
  private final KeyCheck keyCheck;
  private final CallNotes notes;
  private final Settler settler;
  private final DeliveryMetrics metrics;
  private final DeliveryContext context;
  private final LinkNotes health;
  private final Clock clock;
  private final Traces traces;
  private final Duration fresh;
  private final RetryPolicy policy = new RetryPolicy();

  Sender(
      SendApiKeys keys,
      SendApi api,
      KeyCheck keyCheck,
      CallNotes notes,
      Settler settler,
      DeliveryMetrics metrics,
      DeliveryContext context,
      LinkNotes health,
      Clock clock,
      Traces traces,
      DeliveryConfig config) {
    this.keys = keys;
    this.api = api;
    this.keyCheck = keyCheck;
    this.notes = notes;
    this.settler = settler;
    this.metrics = metrics;
    this.context = context;
    this.health = health;
    this.clock = clock;
    this.traces = traces;
    this.fresh = Freshness.of(config.terms().linkPace());
  }

  /**
   * Sends it.
   *
   * @param asked the claim's age counts from here, in {@link System#nanoTime}
   */
  Uni<Settled> send(OutboxMessage message, long asked) {
    return context
        .apart(() -> call(message, asked))
        .onFailure()
        .recoverWithItem(failure -> unexpected(message, failure, asked))
        .chain(decision -> settle(message, decision));
  }

  /** The age is looked at here, after those claimed together have gone out before this one. */
  private Uni<Final> call(OutboxMessage message, long asked) {
    LogIds.are(message.lane().brandId(), message.linkId());
    if (System.nanoTime() - asked > fresh.toNanos()) {
      return Uni.createFrom().item(new Decision.HandedBack(message.progress()));
    }
    SendAccess access =
        keys.open(
            message.lane().brandId(), message.linkId(), message.accountId(), message.sealedKey());
    Instant began = clock.instant();
    return traced(message, api.call(access.key(), event(message)))
        .invoke(outcome -> note(message, outcome, began))
        .chain(outcome -> decided(message, access, outcome, asked));
  }

  private Uni<SendOutcome> traced(OutboxMessage message, Uni<SendOutcome> call) {
    Span span = traces.begin("send", SpanKind.CLIENT, message.lane().brandId(), message.linkId());
    Traces.about(span, MESSAGE, message.id());
    return Traces.during(span, call, Sender::told);
  }

  /** NAVER's own words may be anything and stay out. */
  private static void told(Span span, SendOutcome outcome) {
    span.setAttribute("talkgate.send.outcome", outcome.getClass().getSimpleName());
  }

  private static OutgoingEvent event(OutboxMessage message) {
    return new OutgoingEvent.SendMessage(
        message.user(), message.content(), message.notification(), message.readBySend());
  }

  private Uni<Final> decided(
      OutboxMessage message, SendAccess access, SendOutcome outcome, long asked) {
    Decision decision = policy.decide(outcome, attempt(message, asked));
    if (decision instanceof Decision.AskKey ask) {
      return keyCheck
          .of(message, access)
          .map(verdict -> policy.afterKeyCheck(verdict, ask.refused(), attempt(message, asked)));
    }
    return Uni.createFrom().item((Final) decision);
  }

  private void note(OutboxMessage message, SendOutcome outcome, Instant began) {
    if (outcome instanceof SendOutcome.Accepted) {
      health.sent(message.lane().brandId(), message.linkId(), began);
    }
    notes.note(
        message.lane().brandId(),
        message.linkId(),
        message.claimedAt(),
        message.troubled(),
        outcome);
  }

  private Final unexpected(OutboxMessage message, Throwable failure, long asked) {
    LOG.errorf(failure, "Message %s was not sent for a reason that nobody expected.", message.id());
    return policy.afterError(attempt(message, asked));
  }

  private static Try attempt(OutboxMessage message, long asked) {
    return new Try(
        message.progress(),
        message.claimedAt(),
        message.claimedAt().plusNanos(System.nanoTime() - asked),
        message.breakersOpen());
  }

  private Uni<Settled> settle(OutboxMessage message, Final decision) {
    Settlement settlement = decision.settlement(message.lane(), message.id());
    return settler
        .settle(settlement)
        .invoke(settled -> metrics.settled(message.queuedAt(), settlement, settled));
  }
}
