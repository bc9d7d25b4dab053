package io.talkgate.desk;

import io.talkgate.link.settings.KoreanHoliday;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public holiday of Korea. */
@Schema(description = "A public holiday of Korea.")
record PublicHolidayView(
    @Schema(description = "The day.") LocalDate date,
    @Schema(description = "Which one it is; the first where two fall on one day.")
        KoreanHoliday name) {}
