package io.talkgate.link.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On which days no shift begins. */
@Schema(description = "On which days no shift begins.")
public record Holidays(
    @Schema(
            description =
                "Whether the public holidays of Korea are kept, substitute days included.")
        @NotNull
        Boolean publicHolidays,
    @Schema(description = "Days that are closed besides.") @Size(max = 200)
        @Nullable List<@NotNull @Valid ClosedDay> closed,
    @Schema(description = "Public holidays on which the desk works all the same.") @Size(max = 200)
        @Nullable List<@NotNull LocalDate> worked) {

  /** None at all. */
  static final Holidays NONE = new Holidays(false, null, null);

  /** Whether no shift begins on that day. */
  boolean include(LocalDate date) {
    boolean named = closed != null && closed.stream().anyMatch(day -> day.date().equals(date));
    boolean exempt = worked != null && worked.contains(date);
    return named || (publicHolidays && !exempt && KoreanHolidays.on(date).isPresent());
  }
}
