package io.talkgate.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call. Whatever a room reads or changes for a caller it scopes by {@link #brand()}.
 *
 * @param memberId the member
 * @param brandId the member's brand; null for an operator
 * @param role the member's role
 * @param name the member's name as others see it
 */
public record Caller(UUID memberId, @Nullable UUID brandId, Role role, String name) {

  /**
   * The brand whose data the caller may see.
   *
   * @throws IllegalStateException for an operator, whom the operations' roles must have kept out
   */
  public UUID brand() {
    if (brandId == null) {
      throw new IllegalStateException("an operator has no brand");
    }
    return brandId;
  }

  /** True for an operator, who stands above brands. */
  public boolean isOperator() {
    return role == Role.OPERATOR;
  }

  /** True if the caller belongs to the brand. */
  public boolean belongsTo(UUID brand) {
    return brand.equals(brandId);
  }
}
