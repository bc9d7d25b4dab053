package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to ask a customer for. */
@Schema(description = "What to ask a customer for.")
record ProfileRequest(
    @Schema(
            description = "What is asked for.",
            enumeration = {"NICKNAME", "CELLPHONE", "ADDRESS"})
        @NotNull
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        ProfileField field,
    @Schema(
            description = "What consent is asked for along with it.",
            enumeration = {"NICKNAME", "CELLPHONE", "ADDRESS"})
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        @Size(max = 10)
        @Nullable List<@NotNull ProfileField> agreements) {

  /** What consent is asked for along with it; empty if nothing. */
  List<ProfileField> agreementsOrNone() {
    return agreements == null ? List.of() : agreements;
  }
}
