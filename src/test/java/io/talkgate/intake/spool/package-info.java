/** The spool on real files, and on a disk that does what disks do wrong. */
@NullMarked
package io.talkgate.intake.spool;

import org.jspecify.annotations.NullMarked;
