package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A content we do not know, kept as it came (protocol §2: they appear without notice).
 *
 * @param raw all fields of the event but those of its envelope
 */
public record UnknownContent(JsonNode raw) implements Content {

  @Override
  public @Nullable String text() {
    return null;
  }

  @Override
  public String toString() {
    return "UnknownContent[]";
  }
}
