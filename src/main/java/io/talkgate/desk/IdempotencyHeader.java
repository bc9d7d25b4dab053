package io.talkgate.desk;

import io.talkgate.platform.RequestKey;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of a creating call (contract §3). */
final class IdempotencyHeader {
  static final String NAME = "Idempotency-Key";
  private static final int MAX_LENGTH = 128;

  @HeaderParam(NAME)
  @Parameter(
      description =
          "Makes a repetition of this very call harmless for 24 hours: it answers what the first"
              + " one did. With another body it is 422 `IDEMPOTENCY_KEY_REUSED`.",
      schema = @Schema(minLength = 1, maxLength = MAX_LENGTH),
      example = "\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"")
  @Nullable String key;

  @Context @Nullable RoutingContext call;

  /**
   * The key with what it stands for; null if the call has none.
   *
   * @throws RefusedException VALIDATION if it is empty or too long
   */
  @Nullable RequestKey requestKey() {
    if (key == null || call == null) {
      return null;
    }
    int length = key.codePointCount(0, key.length());
    if (length == 0 || length > MAX_LENGTH) {
      throw new RefusedException(Refusal.invalid(NAME, ValueRule.LENGTH, 1, MAX_LENGTH));
    }
    return new RequestKey(key, BodyDigest.of(call));
  }
}
