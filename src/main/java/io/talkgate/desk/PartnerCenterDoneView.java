package io.talkgate.desk;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was ticked off. */
@Schema(description = "What was ticked off.")
record PartnerCenterDoneView(
    @Schema(description = "The consultations that were ticked off now.") List<UUID> ids) {}
