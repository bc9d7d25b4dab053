/** Rules that no room can check of itself. */
@NullMarked
package io.talkgate.architecture;

import org.jspecify.annotations.NullMarked;
