package io.talkgate.desk;

import io.talkgate.access.Member;
import io.talkgate.consultation.Workload;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A colleague, as everybody of the brand sees them. */
@Schema(description = "A member of the brand, as colleagues see them.")
record AgentView(
    @Schema(description = "The member's id.", examples = "0199a2b4-6f0e-7c3a-9d53-0c1f6f3f7b11")
        UUID id,
    @Schema(description = "The name.", examples = "Kim Minji") String name,
    @Schema(description = "`observer`, `agent`, `manager` or `owner`.", examples = "agent")
        String role,
    @Schema(description = "How many consultations of theirs are `IN_PROGRESS`.", examples = "3")
        int inProgress) {

  static AgentView of(Member member, Workload work) {
    return new AgentView(
        member.id(),
        member.name(),
        member.role().wireName(),
        work.inProgress().getOrDefault(member.id(), 0));
  }
}
