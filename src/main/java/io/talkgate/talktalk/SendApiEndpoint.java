package io.talkgate.talktalk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

/** NAVER's send API on the wire (protocol §3). {@link AnswerBounds} bounds the answer. */
@Path("/chatbot/v1")
interface SendApiEndpoint {

  /**
   * Sends one event.
   *
   * @param key goes verbatim into the header
   * @param event NAVER's JSON in UTF-8
   */
  @POST
  @Path("event")
  @Consumes("application/json;charset=UTF-8")
  Uni<byte[]> post(@HeaderParam(HttpHeaders.AUTHORIZATION) String key, byte[] event);

  /**
   * Has a picture fetched.
   *
   * @param key goes verbatim into the header
   * @param image NAVER's JSON in UTF-8
   */
  @POST
  @Path("imageUpload")
  @Consumes("application/json;charset=UTF-8")
  Uni<byte[]> upload(@HeaderParam(HttpHeaders.AUTHORIZATION) String key, byte[] image);
}
