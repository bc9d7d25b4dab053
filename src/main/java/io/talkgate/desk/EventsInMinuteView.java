package io.talkgate.desk;

import io.talkgate.consultation.EventsInMinute;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The events of one minute. */
@Schema(description = "How many events NAVER sent in one minute.")
record EventsInMinuteView(
    @Schema(description = "When the minute began.", examples = "2026-03-02T01:15:00Z") Instant at,
    @Schema(description = "How many events.", examples = "37") int events) {

  static EventsInMinuteView of(EventsInMinute minute) {
    return new EventsInMinuteView(minute.at(), minute.events());
  }
}
