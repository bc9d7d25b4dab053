package io.talkgate.desk;

import io.talkgate.link.LinkChange;
import io.talkgate.talktalk.SendApiKey;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What to change of a link; what is absent or null stays. */
@Schema(description = "What to change of a link; what is absent or null stays.")
record LinkPatch(
    @Schema(description = "1 to 100 characters.", examples = "Main shop")
        @CodePointLength(min = 1, max = LinkRules.NAME_LENGTH)
        @Nullable String name,
    @Schema(description = "The TalkTalk account; only in DRAFT and REJECTED.", examples = "wc8b1i")
        @Pattern(regexp = LinkRules.ACCOUNT_ID)
        @Nullable String accountId,
    @Schema(
            description = "A new send-API key; never shown again.",
            examples = "vX3kq9ZrT1mYw7Lp",
            writeOnly = true)
        @Pattern(regexp = LinkRules.SEND_API_KEY)
        @Nullable String sendApiKey) {

  LinkChange toChange() {
    return new LinkChange(name, accountId, sendApiKey == null ? null : new SendApiKey(sendApiKey));
  }

  @Override
  public String toString() {
    return "LinkPatch[accountId=" + accountId + "]";
  }
}
