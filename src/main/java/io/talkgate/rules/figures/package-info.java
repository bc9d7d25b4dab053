/**
 * What the desk did, in numbers. Hours that are over are counted once, by a timer, into a table of
 * their own; the last ones are counted when somebody asks. The webhook and the desk pay nothing.
 *
 * <p>Called by {@code desk}. It changes nothing that others read.
 */
@NullMarked
package io.talkgate.rules.figures;

import org.jspecify.annotations.NullMarked;
