package io.talkgate.access;

import org.jspecify.annotations.Nullable;

/**
 * What to change of a member; null stays as it is.
 *
 * @param name as others see it
 * @param role any but operator
 * @param disabled true: may no longer log in; false: may again
 */
public record MemberChange(
    @Nullable String name, @Nullable Role role, @Nullable Boolean disabled) {}
