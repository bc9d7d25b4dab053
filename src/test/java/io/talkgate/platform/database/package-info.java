/** Tests of the database as a thing to run. */
@NullMarked
package io.talkgate.platform.database;

import org.jspecify.annotations.NullMarked;
