package io.talkgate.link.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of a day by the wall clock, such as a break. */
@Schema(description = "A span of a day by the wall clock.")
public record TimeSpan(
    @Schema(
            description = "Its first minute, `HH:mm`.",
            type = SchemaType.STRING,
            examples = "12:00")
        @JsonFormat(pattern = TimeSpan.PATTERN)
        @NotNull
        LocalTime from,
    @Schema(
            description =
                "The minute after its last, `HH:mm`; not later than `from` means of the next day.",
            type = SchemaType.STRING,
            examples = "13:00")
        @JsonFormat(pattern = TimeSpan.PATTERN)
        @NotNull
        LocalTime until) {

  /** How times of a day are written. */
  static final String PATTERN = "HH:mm";

  private static final int DAY = 24 * 60;

  /** Its first minute, counted from the beginning of the day. */
  int start() {
    return minute(from);
  }

  /** The minute after its last, counted from the beginning of the day it begins on. */
  int end() {
    int end = minute(until);
    return end > start() ? end : end + DAY;
  }

  static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
