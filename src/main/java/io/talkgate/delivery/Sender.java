package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.consultation.Settlement;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sends one message and notes what became of it. */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);

  private final Outbox outbox;
  private final SendApiKeys keys;
  private final SendApi api;

  Sender(Outbox outbox, SendApiKeys keys, SendApi api) {
    this.outbox = outbox;
    this.keys = keys;
    this.api = api;
  }

  Uni<Void> send(OutboxMessage message) {
    return keys.of(message.brandId(), message.linkId())
        .chain(
            access ->
                access
                    .map(open -> call(message, open))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(Settlement.failed(null, "the link is not approved"))))
        .onFailure()
        .recoverWithItem(failure -> unknown(message, failure))
        .chain(settlement -> outbox.settle(message, settlement));
  }

  private Uni<Settlement> call(OutboxMessage message, SendAccess access) {
    OutgoingEvent event =
        new OutgoingEvent.SendMessage(
            message.user(), message.content(), message.notification(), message.readBySend());
    return api.call(access.key(), event).map(Sender::settlement);
  }

  /** HTTP 200 says nothing: NAVER's result code decides (protocol §3). */
  private static Settlement settlement(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      return Settlement.sent("00");
    }
    if (outcome instanceof SendOutcome.ConsentHold hold) {
      return Settlement.failed(hold.code(), hold.message());
    }
    if (outcome instanceof SendOutcome.KeyRefused refused) {
      return Settlement.failed(refused.code(), refused.message());
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return Settlement.failed(refused.code(), refused.message());
    }
    if (outcome instanceof SendOutcome.Retryable refused) {
      return Settlement.failed(refused.code(), refused.message());
    }
    if (outcome instanceof SendOutcome.NotReached away) {
      return Settlement.failed(null, away.reason());
    }
    return Settlement.unknown(((SendOutcome.Unclear) outcome).reason());
  }

  private static Settlement unknown(OutboxMessage message, Throwable failure) {
    LOG.errorf(
        failure,
        "Message %s could not be handed to NAVER for a reason nobody expected.",
        message.id());
    return Settlement.unknown(failure.getClass().getSimpleName());
  }
}
