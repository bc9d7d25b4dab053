/**
 * Before the service runs: checks what it needs, starts the embedded database where one is wanted,
 * and ends the start with one line where something is missing.
 *
 * <p>Called by the program's entry and by the test resource. Nothing here is used while the service
 * runs.
 */
@NullMarked
package io.talkgate.platform.start;

import org.jspecify.annotations.NullMarked;
