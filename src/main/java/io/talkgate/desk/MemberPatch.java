package io.talkgate.desk;

import io.talkgate.access.MemberChange;
import io.talkgate.access.Role;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What to change of a member; what is absent or null stays. */
@Schema(description = "What to change of a member; what is absent or null stays.")
record MemberPatch(
    @Schema(description = "As others see it, 1 to 100 characters.", examples = "Kim Minji")
        @Pattern(regexp = "(?s).*\\S.*")
        @CodePointLength(max = 100)
        @Nullable String name,
    @Schema(
            description = "From the member's next call on; not of operators.",
            enumeration = {Role.OBSERVER_NAME, Role.AGENT_NAME, Role.MANAGER_NAME, Role.OWNER_NAME},
            examples = Role.MANAGER_NAME)
        @Pattern(regexp = "observer|agent|manager|owner")
        @Nullable String role,
    @Schema(
            description = "True: may no longer log in, and all sessions end; false: may again.",
            examples = "false")
        @Nullable Boolean disabled) {

  MemberChange toChange() {
    return new MemberChange(
        name, role == null ? null : Role.valueOf(role.toUpperCase(Locale.ROOT)), disabled);
  }
}
