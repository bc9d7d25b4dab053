package io.talkgate.link;

import io.talkgate.talktalk.SendApiKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link to be created, in DRAFT. */
public record NewLink(
    UUID brandId, String accountId, SendApiKey sendApiKey, @Nullable String name) {}
