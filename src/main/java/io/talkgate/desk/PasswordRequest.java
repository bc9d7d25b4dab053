package io.talkgate.desk;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's new password. */
@Schema(description = "A member's new password.")
record PasswordRequest(
    @Schema(
            description = "8 to 72 bytes in UTF-8, and not the user name.",
            examples = "correct horse battery",
            writeOnly = true)
        @NotNull
        @PasswordLength
        String password) {

  @Override
  public String toString() {
    return "PasswordRequest[]";
  }
}
