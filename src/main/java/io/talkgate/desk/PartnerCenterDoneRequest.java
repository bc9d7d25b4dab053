package io.talkgate.desk;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is completed at Partner Center. */
@Schema(description = "What is completed at Partner Center.")
record PartnerCenterDoneRequest(
    @Schema(description = "1 to 200 ids of consultations.") @NotEmpty @Size(max = 200)
        List<@NotNull UUID> ids) {}
