package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line on the timeline that we make ourselves; NAVER knows nothing of it.
 *
 * @param event what happened, a stable name
 * @param text words to it, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemContent(String event, @Nullable String text) implements Content {

  @Override
  public String toString() {
    return "SystemContent[event=" + event + "]";
  }
}
