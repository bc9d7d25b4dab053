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
 * @param address the network address the call comes from; null where there is none
 */
public record Caller(
    UUID memberId, @Nullable UUID brandId, Role role, String name, @Nullable String address) {

  /** Without an address. */
  public Caller(UUID memberId, @Nullable UUID brandId, Role role, String name) {
    this(memberId, brandId, role, name, null);
  }

  /** The same, calling from this address. */
  Caller from(@Nullable String callersAddress) {
    return new Caller(memberId, brandId, role, name, callersAddress);
  }

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
