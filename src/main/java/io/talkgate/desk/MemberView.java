package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.access.Member;
import io.talkgate.access.Role;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Somebody who may log in.")
record MemberView(
    @Schema(description = "The member's id.", examples = "0199a2b4-6f0e-7c3a-9d53-0c1f6f3f7b11")
        UUID id,
    @Schema(
            description = "Absent for operators, who stand above brands.",
            examples = "01900000-0000-7000-8000-000000000001")
        @Nullable UUID brandId,
    @Schema(description = "What to log in with.", examples = "minji") String username,
    @Schema(description = "As others see it.", examples = "Kim Minji") String name,
    @Schema(
            description = "What the member may do.",
            enumeration = {
              Role.OBSERVER_NAME,
              Role.AGENT_NAME,
              Role.MANAGER_NAME,
              Role.OWNER_NAME,
              Role.OPERATOR_NAME
            },
            examples = Role.AGENT_NAME)
        String role,
    @Schema(description = "Whether the member is kept from logging in.", examples = "false")
        boolean disabled) {

  static MemberView of(Member member) {
    return new MemberView(
        member.id(),
        member.brandId(),
        member.username(),
        member.name(),
        member.role().wireName(),
        member.disabled());
  }
}
