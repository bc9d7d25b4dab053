package io.talkgate.link.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One shift of every week; it belongs to the day on which it begins, however late it ends. */
@Schema(description = "One shift of every week; it belongs to the day on which it begins.")
public record WorkingTime(
    @Schema(description = "The day on which it begins.", examples = "MONDAY") @NotNull
        DayOfWeek day,
    @Schema(description = "When it begins, `HH:mm`.", type = SchemaType.STRING, examples = "09:00")
        @JsonFormat(pattern = TimeSpan.PATTERN)
        @NotNull
        LocalTime from,
    @Schema(
            description = "When it ends, `HH:mm`; not later than `from` means on the next day.",
            type = SchemaType.STRING,
            examples = "18:00")
        @JsonFormat(pattern = TimeSpan.PATTERN)
        @NotNull
        LocalTime until,
    @Schema(description = "When nobody answers within it; none if absent.") @Size(max = 5)
        @Nullable List<@NotNull @Valid TimeSpan> breaks) {

  TimeSpan span() {
    return new TimeSpan(from, until);
  }

  List<TimeSpan> pauses() {
    return breaks == null ? List.of() : breaks;
  }
}
