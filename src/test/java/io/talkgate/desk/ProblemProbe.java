package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A resource that fails in every way a resource can fail. */
@Path("/api/v1/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProblemProbe {

  /** Stands for a room that answers in words of its own. */
  void mount(@Observes Router router) {
    router.route("/simulator/probe").handler(call -> call.fail(418));
    router.route("/vertx/probe").handler(call -> call.fail(new IllegalStateException("secret")));
    router.route("/vertx/probe/forbidden").handler(call -> call.fail(403));
  }

  /** A body with everything in it that bodies of the desk have. */
  record Body(
      @NotNull @Size(min = 1, max = 5) String text,
      @Nullable Instant until,
      @Nullable Boolean on,
      @Nullable Integer count,
      @Nullable ErrorCode code,
      @Nullable UUID id,
      @Valid @Nullable Shape shape,
      @Size(max = 2) @Nullable List<@NotNull @Size(max = 3) String> tags) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Dot.class, name = "DOT"),
    @JsonSubTypes.Type(value = Group.class, name = "GROUP")
  })
  sealed interface Shape {}

  record Dot(@Size(max = 3) @Nullable String title) implements Shape {}

  record Group(@Nullable List<@Valid Point> dots) implements Shape {}

  record Point(@Size(max = 3) @Nullable String title) {}

  @POST
  @Operation(hidden = true)
  public Uni<Body> echo(@NotNull @Valid Body body) {
    return Uni.createFrom().item(body);
  }

  @POST
  @Path("optional")
  @Operation(hidden = true)
  public Uni<String> optional(@Valid @Nullable Body body) {
    return Uni.createFrom().item(body == null ? "\"none\"" : "\"some\"");
  }

  @POST
  @Path("key")
  @Operation(hidden = true)
  public Uni<List<String>> key(@BeanParam IdempotencyHeader header, @NotNull @Valid Body body) {
    var key = header.requestKey();
    return Uni.createFrom()
        .item(
            key == null
                ? List.of()
                : List.of(key.key(), HexFormat.of().formatHex(key.requestHash())));
  }

  @GET
  @Path("page")
  @Operation(hidden = true)
  public Uni<Integer> page(@BeanParam PageParameters page) {
    return Uni.createFrom().item(page.request().limit());
  }

  @GET
  @Path("query")
  @Operation(hidden = true)
  public Uni<String> query(@QueryParam("q") @Size(max = 3) @Nullable String q) {
    return Uni.createFrom().item("\"ok\"");
  }

  @GET
  @Path("things/{id}")
  @Operation(hidden = true)
  public Uni<UUID> thing(@PathParam("id") UUID id) {
    return Uni.createFrom().item(id);
  }

  @GET
  @Path("login")
  @Authenticated
  @Operation(hidden = true)
  public Uni<String> login() {
    return Uni.createFrom().item("\"in\"");
  }

  @GET
  @Path("refused")
  @Operation(hidden = true)
  public Uni<String> refused() {
    return Uni.createFrom()
        .failure(new RefusedException(Refusal.of(ErrorCode.CONSULTATION_STATE, "CLOSED")));
  }

  @GET
  @Path("bug")
  @Operation(hidden = true)
  public Uni<String> bug() {
    return Uni.createFrom().failure(new IllegalStateException("secret of the inside"));
  }

  @GET
  @Path("unwritable")
  @Operation(hidden = true)
  public Uni<Object> unwritable() {
    return Uni.createFrom().item(new Object());
  }

  @GET
  @Path("outage")
  @Operation(hidden = true)
  public Uni<String> outage() {
    return Uni.createFrom().failure(new VertxException("Connection refused", true));
  }
}
