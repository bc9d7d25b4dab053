package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.health.AnswerCause;
import io.talkgate.link.health.LinkNotes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Notes how calls with live tokens end, for their links' health. */
@Singleton
class LiveAnswers {
  private final LinkNotes notes;

  LiveAnswers(LinkNotes notes) {
    this.notes = notes;
  }

  /**
   * Notes the answer when it is there.
   *
   * @param began {@link System#nanoTime()} when the call's first bytes had come
   */
  Uni<WebhookAnswer> noted(TokenOwner.Live live, long began, Uni<WebhookAnswer> answer) {
    return answer
        .onItemOrFailure()
        .invoke(
            (given, failure) ->
                notes.answered(
                    live.brandId(),
                    live.linkId(),
                    given == null ? cause(failure) : cause(given),
                    Duration.ofNanos(System.nanoTime() - began)));
  }

  /**
   * An event is durable.
   *
   * @param name NAVER's name of it; null if it could not be read
   */
  void kept(TokenOwner.Live live, @Nullable String name) {
    notes.received(live.brandId(), live.linkId(), name);
  }

  private static AnswerCause cause(WebhookAnswer answer) {
    if (answer.equals(WebhookAnswer.PAYMENT_REFUSED)) {
      return AnswerCause.PAYMENT_REFUSED;
    }
    return answer.equals(WebhookAnswer.TOO_LARGE) ? AnswerCause.TOO_LARGE : AnswerCause.OK;
  }

  private static AnswerCause cause(Throwable failure) {
    return failure instanceof BodyNotReadException ? AnswerCause.NOT_READ : AnswerCause.NOT_KEPT;
  }
}
