/**
 * Errors that a caller can cause, as problem documents (RFC 9457): the catalogue of stable codes,
 * their texts in Korean and English, and the translation of everything else that can go wrong at
 * the HTTP edge.
 *
 * <p>Called by the rooms that refuse ({@link io.talkgate.platform.problem.Refusal}) and by those
 * that answer over HTTP. It decides nothing.
 */
@NullMarked
package io.talkgate.platform.problem;

import org.jspecify.annotations.NullMarked;
