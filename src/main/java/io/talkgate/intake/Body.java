package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads the body of a call, whatever its content type says, up to a limit. */
final class Body {
  /** 10 MiB (contract §2). */
  static final int LIMIT = 10 * 1024 * 1024;

  private Body() {}

  /**
   * The bytes; empty if there are more than {@link #LIMIT}. Fails if the caller goes away before
   * the end.
   *
   * @param request paused or not, nothing of it read yet
   */
  static Uni<Optional<byte[]>> read(HttpServerRequest request) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Buffer body = Buffer.buffer();
              request.exceptionHandler(emitter::fail);
              request.handler(
                  chunk -> {
                    if (body.length() + chunk.length() > LIMIT) {
                      request.pause();
                      emitter.complete(Optional.empty());
                    } else {
                      body.appendBuffer(chunk);
                    }
                  });
              request.endHandler(end -> emitter.complete(Optional.of(body.getBytes())));
              request.resume();
            });
  }
}
