package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Author;
import io.talkgate.consultation.AuthorType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wrote a message. */
@Schema(description = "Who wrote a message.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorView(
    @Schema(
            description =
                "`PARTNER_AGENT` is a person at NAVER's Partner Center, `AUTO` an automatic message,"
                    + " `SYSTEM` NAVER or TalkGate.")
        AuthorType type,
    @Schema(description = "The member, for `AGENT`.") @Nullable UUID id,
    @Schema(description = "The name, for `AGENT` and `PARTNER_AGENT`.") @Nullable String name) {

  /** Shows an author. */
  static AuthorView of(Author author) {
    return new AuthorView(author.type(), author.id(), author.name());
  }
}
