/**
 * Customers, their consultations, and the messages with their delivery: the state machine of
 * contract §1 and the only writer of these tables.
 *
 * <p>Called by intake with received events, by delivery for what is to be sent, by the desk for
 * agents. It never talks HTTP; what must be sent at once it asks of whoever implements {@link
 * io.talkgate.consultation.DirectCalls}.
 */
@NullMarked
package io.talkgate.consultation;

import org.jspecify.annotations.NullMarked;
