package io.talkgate.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As whom a transaction runs and, for the desk, for which brand. It holds until the transaction
 * ends.
 *
 * @param brandId the desk's brand; null for the other roles
 */
public record Scope(DatabaseRole role, @Nullable UUID brandId) {
  /** For a role that has all brands. */
  public static Scope of(DatabaseRole role) {
    return new Scope(role, null);
  }

  /** For what a member does. */
  public static Scope ofBrand(UUID brandId) {
    return new Scope(DatabaseRole.DESK, brandId);
  }

  /**
   * @throws IllegalArgumentException for the desk without a brand, or another role with one
   */
  public Scope {
    if ((role == DatabaseRole.DESK) != (brandId != null)) {
      throw new IllegalArgumentException("the desk alone has a brand");
    }
  }

  /** A query that puts it into force; of our own names and an identifier, so nothing is quoted. */
  public String sql() {
    return "select set_config('role', '%s', true), set_config('talkgate.brand', '%s', true)"
        .formatted(role.sqlName(), brandId == null ? "" : brandId);
  }
}
