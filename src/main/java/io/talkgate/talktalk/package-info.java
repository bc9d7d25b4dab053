/** Placeholder until the talktalk room is merged. */
@NullMarked
package io.talkgate.talktalk;

import org.jspecify.annotations.NullMarked;
