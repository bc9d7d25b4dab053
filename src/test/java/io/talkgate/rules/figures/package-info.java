/** What the desk did, in numbers. */
@NullMarked
package io.talkgate.rules.figures;

import org.jspecify.annotations.NullMarked;
