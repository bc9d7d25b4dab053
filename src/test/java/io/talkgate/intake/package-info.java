/** Tests of the intake: what it keeps and in which order, whoever else is at the database. */
@NullMarked
package io.talkgate.intake;

import org.jspecify.annotations.NullMarked;
