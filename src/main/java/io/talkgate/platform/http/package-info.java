/**
 * The HTTP edge's errors: whatever goes wrong in a call becomes a problem document (RFC 9457) with
 * a stable code and texts in the caller's language.
 *
 * <p>Called by the server for every failed call outside the webhook. It decides nothing.
 */
@NullMarked
package io.talkgate.platform.http;

import org.jspecify.annotations.NullMarked;
