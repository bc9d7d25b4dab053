package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.Stamps;
import io.talkgate.talktalk.TalkTalkEvents;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** One call of a webhook: whose token, which bytes, kept or not, answered. */
@ApplicationScoped
class Webhook {
  private static final Logger LOG = Logger.getLogger(Webhook.class);

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
        .chain(owner -> answer(call, owner))
        .subscribe()
        .with(answer -> answer.send(call), failure -> failed(call, failure));
  }

  private Uni<WebhookAnswer> answer(RoutingContext call, TokenOwner owner) {
    if (owner instanceof TokenOwner.Live live) {
      return read(call, body -> keep(live, body));
    }
    if (owner instanceof TokenOwner.Unresolved unresolved) {
      return read(call, body -> keep(unresolved, body));
    }
    boolean dead = owner instanceof TokenOwner.Dead;
    return Uni.createFrom().item(dead ? WebhookAnswer.DEAD_TOKEN : WebhookAnswer.UNKNOWN_TOKEN);
  }

  private static Uni<WebhookAnswer> read(
      RoutingContext call, Function<byte[], Uni<WebhookAnswer>> keep) {
    return Body.read(call.request())
        .chain(
            body -> body.map(keep).orElseGet(() -> Uni.createFrom().item(WebhookAnswer.TOO_LARGE)));
  }

  private Uni<WebhookAnswer> keep(TokenOwner.Live live, byte[] body) {
    ReceivedEvent event = ReceivedEvent.of(stamps.next(), live.brandId(), live.linkId(), body);
    return intake.keep(event).replaceWith(answerTo(event.asksForPayment()));
  }

  private Uni<WebhookAnswer> keep(TokenOwner.Unresolved unresolved, byte[] body) {
    boolean asksForPayment = ReceivedEvent.asksForPayment(TalkTalkEvents.parse(body));
    return intake
        .keepUnresolved(stamps.next(), unresolved.hash(), body)
        .replaceWith(answerTo(asksForPayment));
  }

  private static WebhookAnswer answerTo(boolean asksForPayment) {
    return asksForPayment ? WebhookAnswer.PAYMENT_REFUSED : WebhookAnswer.KEPT;
  }

  private static void failed(RoutingContext call, Throwable failure) {
    if (!call.request().isEnded()) {
      LOG.debug("A caller went away before its body was complete.");
      WebhookAnswer.NOT_KEPT.send(call);
      return;
    }
    LOG.errorf(
        "An event could not be kept and NAVER will not send it again: %s", failure.toString());
    WebhookAnswer.NOT_KEPT.send(call);
  }
}
