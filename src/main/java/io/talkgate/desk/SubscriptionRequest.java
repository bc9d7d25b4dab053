package io.talkgate.desk;

import io.talkgate.subscription.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;

/** Who wants to be told what. */
@Schema(description = "Who wants to be told what.")
record SubscriptionRequest(
    @Schema(
            description = "Called with each event: https, of a public host.",
            examples = "https://crm.example/hooks/talkgate")
        @NotBlank
        @CodePointLength(max = 2000)
        String url,
    @Schema(description = "What to be told.") @NotEmpty @UniqueElements
        List<@NotNull EventType> types) {}
