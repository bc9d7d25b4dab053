package io.talkgate.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One TalkTalk account connected to one brand, as its caller may see it.
 *
 * @param accountId as typed
 * @param sendApiKeyHint the key's last characters, at most four and at most half of it
 * @param brandKey made at the first approval request; null before
 * @param chatUrl where customers write to the account (protocol §1); null before the first approval
 *     request
 * @param webhookUrl to be registered at Partner Center; null before the first approval request,
 *     after the revocation, and for callers below manager and operators
 * @param requestedAt the latest approval request
 * @param decidedAt the latest approval, rejection or revocation
 * @param rejectedReason why the operator rejected it; null unless REJECTED
 */
public record Link(
    UUID id,
    UUID brandId,
    @Nullable String name,
    String accountId,
    LinkStatus status,
    String sendApiKeyHint,
    @Nullable String brandKey,
    @Nullable String chatUrl,
    @Nullable String webhookUrl,
    @Nullable Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String rejectedReason) {}
