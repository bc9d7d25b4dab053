package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.talktalk.ParsedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** How a call ends: answered and counted. */
@Singleton
class WebhookAnswers {
  private static final Logger LOG = Logger.getLogger(WebhookAnswers.class);

  private final IntakeMetrics metrics;
  private final NeitherLeg neitherLeg;
  private final StrangersRefused strangers;

  WebhookAnswers(IntakeMetrics metrics, NeitherLeg neitherLeg, StrangersRefused strangers) {
    this.metrics = metrics;
    this.neitherLeg = neitherLeg;
    this.strangers = strangers;
  }

  /**
   * Answers a call.
   *
   * @param began {@link System#nanoTime()} when its first bytes had come
   */
  void answered(RoutingContext call, WebhookAnswer answer, long began) {
    answer.send(call);
    metrics.answered(answer, System.nanoTime() - began);
    if (answer.isKept()) {
      neitherLeg.isOver();
    }
  }

  /** Counts an event that is kept although nothing can be read of it. */
  void count(ReceivedEvent event) {
    if (event.parsed() instanceof ParsedEvent.Unreadable) {
      metrics.unreadable();
    }
  }

  /** Ends a call of which nothing was kept. */
  void failed(RoutingContext call, Throwable failure, long began) {
    if (failure instanceof BodyNotReadException notRead) {
      // Whoever sends like this reads no answer; NAVER itself gave up after 5 s.
      LOG.debugf("A call is given up: %s.", notRead.getMessage());
      metrics.notRead(notRead);
      call.request().connection().close();
      return;
    }
    if (failure instanceof TooManyUnresolvedException) {
      WebhookAnswer.NOT_KEPT.send(call);
      strangers.another();
      metrics.tooManyUnresolved(System.nanoTime() - began);
      return;
    }
    neitherLeg.hasTaken(failure);
    answered(call, WebhookAnswer.NOT_KEPT, began);
  }
}
