package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.settings.KoreanHolidays;
import io.talkgate.platform.problem.ValueRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The built-in holidays, so that whoever keeps them knows their days. */
@Path("/api/v1/public-holidays")
@RolesAllowed(MANAGER_NAME)
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PublicHolidayResource {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  @GET
  @Operation(
      summary = "List the public holidays of a year",
      description =
          "Those that `hours.holidays.publicHolidays` of a link's settings keeps: Korea's, substitute days"
              + " included, in order. The lunar ones are known from 2025 to 2035. What a government sets"
              + " for one year only is not among them.")
  public Uni<PageView<PublicHolidayView>> list(
      @QueryParam("year")
          @Parameter(
              description = "The year.",
              required = true,
              example = "2026",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "2000", maximum = "2100"))
          @Nullable String year) {
    return Uni.createFrom()
        .item(
            new PageView<>(
                KoreanHolidays.of(wanted(year)).entrySet().stream()
                    .map(holiday -> new PublicHolidayView(holiday.getKey(), holiday.getValue()))
                    .toList(),
                null));
  }

  /** Of a few years only, as each that was asked for is remembered. */
  private static int wanted(@Nullable String year) {
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .filter(one -> Integer.toString(one).equals(year))
        .findFirst()
        .orElseThrow(
            () -> QueryValues.refused("year", ValueRule.WHOLE_NUMBER, FIRST_YEAR, LAST_YEAR));
  }
}
