package io.talkgate.link;

import io.talkgate.talktalk.SendApiKey;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to change of a link; null leaves a value as it is. */
public record LinkChange(
    @Nullable String name, @Nullable String accountId, @Nullable SendApiKey sendApiKey) {

  /** The names of what is given, with commas. */
  String fields() {
    return Stream.of(
            name == null ? null : "name",
            accountId == null ? null : "accountId",
            sendApiKey == null ? null : "sendApiKey")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(","));
  }
}
