package io.talkgate.link;

import io.talkgate.talktalk.SendApiKey;
import org.jspecify.annotations.Nullable;

/** What to change of a link; null leaves a value as it is. */
public record LinkChange(
    @Nullable String name, @Nullable String accountId, @Nullable SendApiKey sendApiKey) {}
