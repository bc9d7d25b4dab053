package io.talkgate.intake.spool;

import java.time.Instant;

/**
 * A record that was written.
 *
 * @param offset of its first byte in the segment's file
 */
record Placed(int offset, Instant received) {}
