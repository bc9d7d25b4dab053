package io.talkgate.desk;

import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to ask a customer for. */
@Schema(description = "What to ask a customer for.")
record ProfileRequest(
    @Schema(description = "What is asked for.") @NotNull ProfilePart field,
    @Schema(description = "What consent is asked for along with it.") @Size(max = 10)
        @Nullable List<@NotNull ProfilePart> agreements) {

  /** What consent is asked for along with it; empty if nothing. */
  List<ProfileField> agreedFields() {
    return agreements == null ? List.of() : agreements.stream().map(ProfilePart::toField).toList();
  }
}
