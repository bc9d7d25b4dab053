package io.talkgate.desk;

import io.talkgate.access.BrandRetention;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long a brand keeps what customers wrote. */
@Schema(description = "For how long a brand keeps what customers wrote.")
record RetentionBody(
    @Schema(
            description = "Days after a consultation was closed, 1 to 3650.",
            examples = "365",
            minimum = "1",
            maximum = "3650")
        @NotNull
        @Min(1)
        @Max(3650)
        Integer closedConsultationDays,
    @Schema(
            description = "Days after an event was applied for which NAVER's raw call is kept.",
            examples = "7",
            minimum = "1",
            maximum = "30")
        @NotNull
        @Min(1)
        @Max(30)
        Integer rawEventDays) {

  static RetentionBody of(BrandRetention retention) {
    return new RetentionBody(retention.closedConsultationDays(), retention.rawEventDays());
  }

  BrandRetention toRetention() {
    return new BrandRetention(closedConsultationDays, rawEventDays);
  }
}
