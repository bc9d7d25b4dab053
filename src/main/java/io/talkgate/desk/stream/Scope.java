package io.talkgate.desk.stream;

import io.talkgate.access.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told of: everything of one brand, or, for an operator, the links of all brands
 * and no conversation.
 *
 * @param brandId the brand; null for an operator
 */
record Scope(@Nullable UUID brandId) {
  static Scope of(Caller caller) {
    return new Scope(caller.brandId());
  }

  boolean covers(Change change) {
    return brandId == null ? change.kind().startsWith("link.") : brandId.equals(change.brandId());
  }
}
