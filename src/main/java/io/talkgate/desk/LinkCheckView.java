package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.link.health.Check;
import io.talkgate.link.health.CheckName;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One check of a link. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that has to be right before a link works.")
record LinkCheckView(
    @Schema(description = "Which one.") CheckName name,
    @Schema(description = "Whether it has been seen to be right.") boolean passed,
    @Schema(description = "When that was seen last, or checked.") @Nullable Instant at,
    @Schema(description = "What to do; absent where it has passed.") @Nullable String todo) {

  static LinkCheckView of(Check check, Locale language) {
    String todo = check.passed() ? null : Texts.text("check." + check.name(), language);
    return new LinkCheckView(check.name(), check.passed(), check.at(), todo);
  }
}
