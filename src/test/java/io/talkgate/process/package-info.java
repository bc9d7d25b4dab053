/**
 * The packaged service as a process: how it starts, refuses to start, dies and comes back.
 *
 * <p>Run by {@code ./mvnw verify} after the jar is packaged. Every process is started by {@link
 * io.talkgate.process.Launch} on ports of its own and ended by its test.
 */
@NullMarked
package io.talkgate.process;

import org.jspecify.annotations.NullMarked;
