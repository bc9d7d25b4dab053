/**
 * Takes messages from the outbox, hands them to NAVER's send API, and notes what became of them;
 * makes the calls that agents wait for.
 *
 * <p>Called by nobody but through the interfaces of the consultation room. It never changes a
 * consultation.
 */
@NullMarked
package io.talkgate.delivery;

import org.jspecify.annotations.NullMarked;
