/**
 * The desk's rules at work: what is said automatically, what the clock closes, who gets which
 * consultation. Timers on every replica find what is due by reading, apart from the webhook; what
 * is done is decided anew under the customer's lock by {@code consultation}.
 *
 * <p>Called by nobody but the scheduler and {@code desk}. It writes no consultation and no message
 * itself.
 */
@NullMarked
package io.talkgate.rules;

import org.jspecify.annotations.NullMarked;
