package io.talkgate.desk;

import io.talkgate.access.NewMember;
import io.talkgate.access.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** A member to be created. */
@Schema(description = "A member to be created.")
record MemberRequest(
    @Schema(
            description = "The brand; an owner's own one, any for operators.",
            examples = "01900000-0000-7000-8000-000000000001")
        @NotNull
        UUID brandId,
    @Schema(
            description = "1 to 100 characters, no spaces and no colon; unique over all brands.",
            examples = "minji")
        @NotNull
        @Pattern(regexp = "[^\\s:\\p{Cntrl}]{1,100}")
        String username,
    @Schema(description = "As others see it, 1 to 100 characters.", examples = "Kim Minji")
        @NotBlank
        @CodePointLength(max = 100)
        String name,
    @Schema(
            description = "Each role includes the ones before it.",
            enumeration = {Role.OBSERVER_NAME, Role.AGENT_NAME, Role.MANAGER_NAME, Role.OWNER_NAME},
            examples = Role.AGENT_NAME)
        @NotNull
        @Pattern(regexp = "observer|agent|manager|owner")
        String role,
    @Schema(
            description = "8 to 72 bytes in UTF-8, and not the user name.",
            examples = "correct horse battery")
        @NotNull
        @PasswordLength
        String password) {

  NewMember toNewMember() {
    return new NewMember(
        brandId, username, name, Role.valueOf(role.toUpperCase(Locale.ROOT)), password);
  }

  @Override
  public String toString() {
    return "MemberRequest[username=" + username + "]";
  }
}
