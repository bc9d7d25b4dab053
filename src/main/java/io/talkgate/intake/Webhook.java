package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.Stamps;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One call of a webhook: whose token, which bytes, kept or not, answered. */
@ApplicationScoped
class Webhook {
  private static final Logger LOG = Logger.getLogger(Webhook.class);

  /** NAVER waits 5 s for the answer (protocol §2). */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final WebhookTokens tokens;
  private final Intake intake;
  private final Stamps stamps;

  Webhook(WebhookTokens tokens, Intake intake, Stamps stamps) {
    this.tokens = tokens;
    this.intake = intake;
    this.stamps = stamps;
  }

  void receive(RoutingContext call, String token) {
    call.request().pause();
    tokens
        .ownerOf(token)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .chain(owner -> answer(call, owner))
        .subscribe()
        .with(answer -> answer.send(call), failure -> failed(call, failure));
  }

  private Uni<WebhookAnswer> answer(RoutingContext call, TokenOwner owner) {
    if (owner instanceof TokenOwner.Live live) {
      return Body.read(call.request()).chain(body -> keep(live, body));
    }
    boolean dead = owner instanceof TokenOwner.Dead;
    return Uni.createFrom().item(dead ? WebhookAnswer.DEAD_TOKEN : WebhookAnswer.UNKNOWN_TOKEN);
  }

  private Uni<WebhookAnswer> keep(TokenOwner.Live live, Optional<byte[]> body) {
    if (body.isEmpty()) {
      return Uni.createFrom().item(WebhookAnswer.TOO_LARGE);
    }
    ReceivedEvent event =
        ReceivedEvent.of(stamps.next(), live.brandId(), live.linkId(), body.get());
    WebhookAnswer kept =
        event.asksForPayment() ? WebhookAnswer.PAYMENT_REFUSED : WebhookAnswer.KEPT;
    return intake.keep(event).ifNoItem().after(LIMIT).fail().replaceWith(kept);
  }

  private static void failed(RoutingContext call, Throwable failure) {
    LOG.errorf(
        "An event could not be kept and NAVER will not send it again: %s", failure.toString());
    WebhookAnswer.NOT_KEPT.send(call);
  }
}
