/** Tests of the pages. */
@NullMarked
package io.talkgate.console;

import org.jspecify.annotations.NullMarked;
