package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Null;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * Words (protocol §2, §3).
 *
 * @param text 1 to 10,000 code points when sent; empty when a button or product came without words
 * @param quickReply buttons below the message
 * @param inputType received only: {@code typing}, {@code button}, {@code sticker}, {@code vphone} …
 * @param code received only: of the pressed button
 * @param product received only: what the customer asks about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextContent(
    @NotBlank @CodePointLength(max = 10_000) String text,
    @Valid @Nullable QuickReply quickReply,
    @Null @Nullable String inputType,
    @Null @Nullable String code,
    @Null @Nullable Product product)
    implements OutgoingContent {

  /** Words to send. */
  public static TextContent of(String text) {
    return new TextContent(text, null, null, null, null);
  }

  @Override
  public String toString() {
    return "TextContent[inputType=" + inputType + "]";
  }
}
