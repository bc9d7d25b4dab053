package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A marketing message sent from Partner Center, seen as an echo (protocol §2). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarketingContent(@Nullable String marketingMessageNo, @Nullable String marketingText)
    implements Content {

  @Override
  public @Nullable String text() {
    return marketingText;
  }

  @Override
  public String toString() {
    return "MarketingContent[marketingMessageNo=" + marketingMessageNo + "]";
  }
}
