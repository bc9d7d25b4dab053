package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.rules.AgentPresence;
import io.talkgate.rules.PresenceState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an agent is there. */
@Schema(description = "Whether an agent is there, and what the agent has.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PresenceView(
    @Schema(description = "The agent's id.") UUID memberId,
    @Schema(description = "The agent's name.") String name,
    @Schema(description = "Whether the agent is there.") PresenceState state,
    @Schema(description = "Since when; absent for never.") @Nullable Instant since,
    @Schema(description = "Consultations of the agent that are not closed.") int open,
    @Schema(description = "How many there may be; absent for as many as the link says.")
        @Nullable Integer capacity) {

  static PresenceView of(AgentPresence presence) {
    return new PresenceView(
        presence.memberId(),
        presence.name(),
        presence.state(),
        presence.since(),
        presence.open(),
        presence.capacity());
  }
}
