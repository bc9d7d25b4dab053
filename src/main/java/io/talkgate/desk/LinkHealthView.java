package io.talkgate.desk;

import io.talkgate.link.health.AnswerCause;
import io.talkgate.link.health.Confidence;
import io.talkgate.link.health.HealthReason;
import io.talkgate.link.health.HealthState;
import io.talkgate.link.health.LinkHealth;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a link is (contract §5). */
@Schema(description = "How a link is. Times that have not come yet are null.")
record LinkHealthView(
    @Schema(
            description =
                "Worst first: KEY_REJECTED, nothing can be sent. WEBHOOK_SILENT, NAVER does not"
                    + " call. AT_RISK, our answers fail or are slow, or the certificate ends within"
                    + " 14 days. WAITING_FIRST_EVENT, nothing has come yet. HEALTHY.")
        HealthState state,
    @Schema(description = "Since when it is in this state.") Instant since,
    @Schema(description = "The one thing to do, in the caller's language.") String advice,
    @Schema(description = "Why it is in this state.") HealthReason reason,
    @Schema(description = "LOW where only the link's own rhythm tells.") Confidence confidence,
    @Schema(description = "The latest event of any kind.") @Nullable Instant lastEventAt,
    @Schema(description = "The latest echo.") @Nullable Instant lastEchoAt,
    @Schema(description = "When each ticked event came last.") EventsSeen eventsSeen,
    @Schema(description = "How NAVER's calls were answered.") Webhook webhook,
    @Schema(description = "What NAVER answered.") SendApi sendApi,
    @Schema(description = "What is known to be right, in the order of Partner Center's pages.")
        List<LinkCheckView> checks) {

  static LinkHealthView of(LinkHealth health, Locale language) {
    LinkHealth.Seen seen = health.seen();
    LinkHealth.SendApi api = health.sendApi();
    return new LinkHealthView(
        health.state(),
        health.since(),
        Texts.text("health." + health.reason(), language),
        health.reason(),
        health.confidence(),
        health.lastEventAt(),
        seen.echo(),
        new EventsSeen(seen.send(), seen.open(), seen.leave(), seen.friend(), seen.echo()),
        new Webhook(
            health.answersLastHour(),
            health.non200LastHour(),
            health.slowestMillis(),
            health.answers()),
        new SendApi(api.lastResultCode(), api.lastCheckedAt()),
        health.checks().stream().map(check -> LinkCheckView.of(check, language)).toList());
  }

  /** When each came last. */
  @Schema(description = "When each event came last; null if it never did.")
  record EventsSeen(
      @Schema(description = "A customer's message.") @Nullable Instant send,
      @Schema(description = "A customer entered.") @Nullable Instant open,
      @Schema(description = "A customer left.") @Nullable Instant leave,
      @Schema(description = "A customer became a friend, or no longer is one.")
          @Nullable Instant friend,
      @Schema(description = "What the partner side sent.") @Nullable Instant echo) {}

  /** Answers within the hour. */
  @Schema(description = "Answers to calls with the link's live tokens within the hour.")
  record Webhook(
      @Schema(description = "All of them.", examples = "184") int answersLastHour,
      @Schema(description = "Those with another status than 200, or none.", examples = "0")
          int non200LastHour,
      @Schema(description = "The slowest, in milliseconds.", examples = "41") int slowestMs,
      @Schema(description = "How many of each kind; kinds without any are left out.")
          Map<AnswerCause, Integer> byCause) {}

  /** NAVER's latest answer. */
  @Schema(description = "NAVER's latest answer to a call of this link, the key check included.")
  record SendApi(
      @Schema(description = "Its result code; null if NAVER was never called.", examples = "00")
          @Nullable String lastResultCode,
      @Schema(description = "When that was.") @Nullable Instant lastCheckedAt) {}
}
