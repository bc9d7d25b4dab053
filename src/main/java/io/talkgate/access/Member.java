package io.talkgate.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param brandId the brand; null for an operator
 * @param username unique over all brands
 * @param name as others see it
 * @param disabled true if the member may not log in
 */
public record Member(
    UUID id, @Nullable UUID brandId, String username, String name, Role role, boolean disabled) {}
