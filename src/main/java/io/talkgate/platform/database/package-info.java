/**
 * The database as a thing to run: the embedded PostgreSQL of demo, dev and tests, the schema's
 * migrations, the roles as which statements run, and the question whether an error means that the
 * database is away.
 *
 * <p>Called by the program's start and by rooms that must tell an outage from a bug. It knows no
 * table.
 */
@NullMarked
package io.talkgate.platform.database;

import org.jspecify.annotations.NullMarked;
