package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.link.Link;
import io.talkgate.link.LinkStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One TalkTalk account connected to one brand.")
record LinkView(
    @Schema(description = "The link's id.", examples = "0199a2b4-6f0e-7c3a-9d53-0c1f6f3f7b11")
        UUID id,
    @Schema(
            description = "The brand it belongs to.",
            examples = "01900000-0000-7000-8000-000000000001")
        UUID brandId,
    @Schema(description = "What the brand calls it.", examples = "Main shop") @Nullable String name,
    @Schema(description = "The TalkTalk account, as typed.", examples = "wc8b1i") String accountId,
    @Schema(
            description =
                "DRAFT: being entered. PENDING: waits for an operator; events are kept. APPROVED:"
                    + " events become consultations. REJECTED: may be requested again. REVOKED:"
                    + " final.",
            examples = "APPROVED")
        LinkStatus status,
    @Schema(description = "The send-API key's last characters.", examples = "w7Lp")
        String sendApiKeyHint,
    @Schema(
            description = "Made at the first approval request.",
            examples = "bk_Jm3zV0u1T8eXbK2qS9dYhA")
        @Nullable String brandKey,
    @Schema(
            description = "Where customers write; from the first approval request on.",
            examples = "https://talk.naver.com/wc8b1i")
        @Nullable String chatUrl,
    @Schema(
            description =
                "To be registered at Partner Center; from the first approval request on, for"
                    + " managers and owners only.",
            examples =
                "https://talkgate.example/webhooks/talktalk/9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTwYs")
        @Nullable String webhookUrl,
    @Schema(description = "The latest approval request.", examples = "2026-03-02T01:15:30.123456Z")
        @Nullable Instant requestedAt,
    @Schema(
            description = "The latest approval, rejection or revocation.",
            examples = "2026-03-02T01:20:00.654321Z")
        @Nullable Instant decidedAt,
    @Schema(description = "Why it is REJECTED.", examples = "The account belongs to another shop.")
        @Nullable String rejectedReason,
    @Schema(
            description = "In the answer of a revocation: what is left to do at Partner Center.",
            examples = "Withdraw the chatbot API terms at Partner Center.")
        @Nullable String reminder) {

  static LinkView of(Link link) {
    return of(link, null);
  }

  static LinkView of(Link link, @Nullable String reminder) {
    return new LinkView(
        link.id(),
        link.brandId(),
        link.name(),
        link.accountId(),
        link.status(),
        link.sendApiKeyHint(),
        link.brandKey(),
        link.chatUrl(),
        link.webhookUrl(),
        link.requestedAt(),
        link.decidedAt(),
        link.rejectedReason(),
        reminder);
  }
}
