package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.IMAGE_ERROR;
import static io.talkgate.platform.problem.ErrorCode.IMAGE_FORMAT;
import static io.talkgate.platform.problem.ErrorCode.IMAGE_SLOW;
import static io.talkgate.platform.problem.ErrorCode.IMAGE_TOO_LARGE;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;
import static io.talkgate.platform.problem.ErrorCode.NAVER_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.NAVER_UNREACHABLE;
import static io.talkgate.platform.problem.ErrorCode.SEND_API_KEY_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.SEND_RATE_EXCEEDED;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.link.Images;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /links/{id}/images} of contract §3. */
@Path("/api/v1/links/{id}/images")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class ImageResource {
  private final Images images;
  private final CurrentCaller caller;

  ImageResource(Images images, CurrentCaller caller) {
    this.images = images;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(AGENT_NAME)
  @Refuses({
    LINK_STATE,
    IMAGE_FORMAT,
    IMAGE_SLOW,
    IMAGE_TOO_LARGE,
    IMAGE_ERROR,
    SEND_API_KEY_REFUSED,
    NAVER_REFUSED,
    NAVER_UNREACHABLE,
    SEND_RATE_EXCEEDED
  })
  @Operation(
      summary = "Have NAVER keep a picture",
      description =
          "NAVER fetches it from its URL and gives it an id, by which it can be sent; TalkGate does"
              + " not look at it. The link has to be APPROVED.")
  public Uni<ImageView> upload(@RestPath UUID id, @NotNull @Valid ImageRequest request) {
    return images
        .upload(caller.get(), id, request.imageUrl())
        .map(Answers::valueOf)
        .map(ImageView::new);
  }
}
