package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.platform.paging.Page;
import io.talkgate.rules.figures.Statistics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /statistics} of contract §3. */
@Path("/api/v1/statistics")
@Tag(name = "Statistics", description = "What the desk did, in numbers.")
@RolesAllowed(MANAGER_NAME)
@Cancellable(false)
class StatisticsResource {
  private static final String EXAMPLE =
      "key,opened,answered,closed,firstResponseSeconds,handlingSeconds,waitingSeconds,"
          + "missedOutsideHours,ratings,satisfaction,deliveryFailures\r\n"
          + "\"2026-11-30\",12,11,10,34.50,410.00,12.25,1,3,4.67,0\r\n";

  private final Statistics statistics;
  private final CurrentCaller caller;

  StatisticsResource(Statistics statistics, CurrentCaller caller) {
    this.statistics = statistics;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Show what the desk did",
      description =
          "By day, hour of the day, link, agent or category. The same as CSV, for spreadsheets, at"
              + " `/statistics/export`.")
  public Uni<PageView<FiguresView>> read(@BeanParam FiguresQuery query) {
    return rows(query).map(rows -> PageView.of(new Page<>(rows, null), row -> row));
  }

  @GET
  @Path("export")
  @Produces("text/csv;charset=UTF-8")
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"statistics.csv\"")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, description = "A line for each."),
              example = EXAMPLE))
  @Operation(
      summary = "Export what the desk did",
      description =
          "The same as CSV for spreadsheets, with the names of the JSON in the first line.")
  public Uni<String> export(@BeanParam FiguresQuery query) {
    return rows(query).map(FiguresCsv::of);
  }

  private Uni<List<FiguresView>> rows(FiguresQuery query) {
    return statistics
        .read(caller.get(), query.question())
        .map(rows -> rows.stream().map(FiguresView::of).toList());
  }
}
