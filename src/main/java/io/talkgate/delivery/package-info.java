/**
 * Takes messages from the outbox, hands them to NAVER's send API, and notes what became of them;
 * makes the calls that agents wait for.
 *
 * <p>A message's way: {@link io.talkgate.delivery.Delivery} claims the heads of lanes, as many as
 * the paces allow; they are SENDING, and that is committed, before {@link
 * io.talkgate.delivery.Sender} makes the call. {@link io.talkgate.delivery.RetryPolicy} and {@link
 * io.talkgate.delivery.EchoPolicy} say what follows from the outcome, {@link
 * io.talkgate.delivery.Settler} writes it, unless the lane's epoch is over by then. {@link
 * io.talkgate.delivery.Overdue} takes up what a replica that is gone has left.
 *
 * <p>Called by nobody but through the interfaces of the consultation room. It never changes a
 * consultation.
 */
@NullMarked
package io.talkgate.delivery;

import org.jspecify.annotations.NullMarked;
