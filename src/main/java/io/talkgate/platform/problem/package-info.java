/**
 * Errors that a caller can cause: the catalogue of stable codes, their texts in Korean and English,
 * and the refusals that rooms answer with.
 *
 * <p>Called by the rooms that refuse and by the HTTP edge, which makes documents of them. It
 * decides nothing.
 */
@NullMarked
package io.talkgate.platform.problem;

import org.jspecify.annotations.NullMarked;
