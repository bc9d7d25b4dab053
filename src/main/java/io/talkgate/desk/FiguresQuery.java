package io.talkgate.desk;

import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import io.talkgate.rules.figures.FiguresQuestion;
import io.talkgate.rules.figures.Grouping;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for; read as text like {@link ConsultationQuery}. */
final class FiguresQuery {
  private static final int MAX_DAYS = 400;

  @QueryParam("from")
  @Parameter(description = "The first day.", example = "2026-11-01", required = true)
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "The last day; at most 400 days after the first.",
      example = "2026-11-30",
      required = true)
  @Nullable String to;

  @QueryParam("by")
  @Parameter(description = "What figures are put together by; `DAY` if absent.", example = "AGENT")
  @Nullable String by;

  @QueryParam("timeZone")
  @Parameter(
      description =
          "Where the days begin; `Asia/Seoul` if absent. Hours are counted whole: of an offset like +05:30,"
              + " days begin at half past.")
  @Nullable String timeZone;

  @QueryParam("linkId")
  @Parameter(description = "Of this link.", schema = @Schema(implementation = UUID.class))
  @Nullable String linkId;

  /**
   * The question.
   *
   * @throws RefusedException VALIDATION if a value does not fit
   */
  FiguresQuestion question() {
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MAX_DAYS) {
      throw QueryValues.refused("to", ValueRule.DATE);
    }
    Set<Grouping> grouping =
        QueryValues.constants("by", by == null ? null : List.of(by), Grouping.class);
    return new FiguresQuestion(
        grouping.isEmpty() ? Grouping.DAY : grouping.iterator().next(),
        first,
        last,
        zone(),
        QueryValues.id("linkId", linkId));
  }

  private static LocalDate day(String name, @Nullable String value) {
    if (value == null) {
      throw QueryValues.refused(name, ValueRule.REQUIRED);
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException notADay) {
      throw QueryValues.refused(name, ValueRule.DATE);
    }
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone == null ? "Asia/Seoul" : timeZone);
    } catch (DateTimeException notAZone) {
      throw QueryValues.refused("timeZone", ValueRule.TIME_ZONE);
    }
  }
}
