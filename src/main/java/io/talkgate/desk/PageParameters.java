package io.talkgate.desk;

import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list (contract §3). They are read as text because a number that
 * does not parse has to be 400 with the parameter's name, while JAX-RS makes it 404.
 */
final class PageParameters {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @QueryParam("limit")
  @Parameter(
      description = "How many items at most.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "Where to go on: `nextCursor` of the part before.")
  @Nullable String cursor;

  /**
   * The part that is wanted.
   *
   * @throws RefusedException VALIDATION if a value does not fit
   */
  PageRequest request() {
    return new PageRequest(wantedLimit(), wantedCursor());
  }

  private int wantedLimit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= MAX_LIMIT) {
        return wanted;
      }
    } catch (NumberFormatException notANumber) {
      // refused below like a number out of range
    }
    throw new RefusedException(Refusal.invalid("limit", ValueRule.WHOLE_NUMBER, 1, MAX_LIMIT));
  }

  private @Nullable Cursor wantedCursor() {
    if (cursor == null) {
      return null;
    }
    return Cursor.decode(cursor)
        .orElseThrow(() -> new RefusedException(Refusal.invalid("cursor", ValueRule.CURSOR)));
  }
}
