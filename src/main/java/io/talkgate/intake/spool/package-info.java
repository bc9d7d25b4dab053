/**
 * The second leg of the webhook: a local, append-only, durable store of calls that the database
 * could not take (design §3.4). Segments of checksummed, sealed records; a damaged one costs no
 * other.
 *
 * <p>Called by intake alone, which appends while the database is away and drains afterwards. It
 * never parses a body and never talks to the database.
 */
@NullMarked
package io.talkgate.intake.spool;

import org.jspecify.annotations.NullMarked;
