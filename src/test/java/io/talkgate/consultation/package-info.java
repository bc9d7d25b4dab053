/**
 * Tests of the consultation room: the contract's tables as plain tests, the SQL against a real
 * PostgreSQL.
 */
@NullMarked
package io.talkgate.consultation;

import org.jspecify.annotations.NullMarked;
