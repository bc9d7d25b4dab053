/** Sealing, and the rotation of its keys. */
@NullMarked
package io.talkgate.platform.sealing;

import org.jspecify.annotations.NullMarked;
