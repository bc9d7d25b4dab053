/**
 * {@code GET /api/v1/stream}: tells the members of a brand, as server-sent events, what has
 * changed.
 *
 * <p>What changed stands in a table that triggers fill in the changes' own transactions. One
 * connection a replica listens for news and reads it; clients resume by a snapshot of the database
 * ({@code Last-Event-ID}), on any replica, without a gap or a double. It never says what the new
 * values are: who is told reads them by the API, with the rights it has then.
 */
@NullMarked
package io.talkgate.desk.stream;

import org.jspecify.annotations.NullMarked;
