package io.talkgate.access;

import java.util.UUID;

/**
 * A member to be created.
 *
 * @param brandId the brand
 * @param username 1 to 100 characters, unique over all brands
 * @param name as others see it
 * @param role any but operator
 * @param password in clear; stored as a bcrypt hash alone
 */
public record NewMember(UUID brandId, String username, String name, Role role, String password) {

  /**
   * @throws IllegalArgumentException for an operator, who has no brand
   */
  public NewMember {
    if (role == Role.OPERATOR) {
      throw new IllegalArgumentException("an operator belongs to no brand");
    }
  }

  @Override
  public String toString() {
    return "NewMember[brandId=%s, username=%s, role=%s]".formatted(brandId, username, role);
  }
}
