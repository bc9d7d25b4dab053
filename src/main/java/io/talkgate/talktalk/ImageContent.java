package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A picture: exactly one of URL and id when sent (protocol §3).
 *
 * @param imageUrl public, http or https, port 80 or 443 only [76]
 * @param imageId from the upload API
 * @param quickReply buttons below the message
 */
@OneImageSource
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageContent(
    @PublicUrl @Nullable String imageUrl,
    @Nullable String imageId,
    @Valid @Nullable QuickReply quickReply)
    implements OutgoingContent, ImageSource {

  @Override
  public @Nullable String text() {
    return null;
  }

  @Override
  public String toString() {
    return "ImageContent[]";
  }
}
