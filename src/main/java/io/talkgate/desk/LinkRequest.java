package io.talkgate.desk;

import io.talkgate.link.NewLink;
import io.talkgate.talktalk.SendApiKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A link to be created. */
@Schema(description = "A link to be created.")
record LinkRequest(
    @Schema(description = "The own brand.", examples = "01900000-0000-7000-8000-000000000001")
        @NotNull
        UUID brandId,
    @Schema(description = "The TalkTalk account: letters and digits.", examples = "wc8b1i")
        @NotNull
        @Pattern(regexp = LinkRules.ACCOUNT_ID)
        String accountId,
    @Schema(
            description = "The account's send-API key from Partner Center; never shown again.",
            examples = "vX3kq9ZrT1mYw7Lp",
            writeOnly = true)
        @NotNull
        @Pattern(regexp = LinkRules.SEND_API_KEY)
        String sendApiKey,
    @Schema(description = "1 to 100 characters.", examples = "Main shop")
        @CodePointLength(min = 1, max = LinkRules.NAME_LENGTH)
        @Nullable String name) {

  NewLink toNewLink() {
    return new NewLink(brandId, accountId, new SendApiKey(sendApiKey), name);
  }

  @Override
  public String toString() {
    return "LinkRequest[accountId=" + accountId + "]";
  }
}
