package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.access.AuditAction;
import io.talkgate.access.AuditEntry;
import io.talkgate.access.AuditSubject;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit. */
@Schema(description = "Something that somebody did.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
    @Schema(description = "The entry's id.") UUID id,
    @Schema(description = "The brand; absent for what concerns none.") @Nullable UUID brandId,
    @Schema(description = "When it was done.") Instant at,
    @Schema(description = "Who did it.") Actor actor,
    @Schema(description = "The network address it was done from, if it was told.")
        @Nullable String address,
    @Schema(description = "What was done.") AuditAction action,
    @Schema(description = "What it was done to.") Subject subject,
    @Schema(description = "What else is known of it, by action; more may come.")
        Map<String, String> details) {

  /** Shows an entry. */
  static AuditEntryView of(AuditEntry entry) {
    Deed deed = entry.deed();
    return new AuditEntryView(
        entry.id(),
        deed.brandId(),
        entry.at(),
        Actor.of(entry.actor()),
        entry.address(),
        deed.action(),
        new Subject(deed.action().subject(), deed.subjectId()),
        deed.details());
  }

  /** Who did something, as it was then. */
  @Schema(name = "AuditActor", description = "Who did something, as it was then.")
  record Actor(
      @Schema(description = "The member's id.") UUID id,
      @Schema(description = "The member's name.") String name,
      @Schema(description = "The member's role.", examples = "manager") String role) {

    static Actor of(Caller caller) {
      return new Actor(caller.memberId(), caller.name(), caller.role().wireName());
    }
  }

  /** What something was done to. */
  @Schema(name = "AuditTarget", description = "What something was done to.")
  record Subject(
      @Schema(description = "What kind of thing it is.") AuditSubject type,
      @Schema(description = "Its id.") UUID id) {}
}
