/** Design §5: the policies by their tables, and delivery against the simulated NAVER. */
@NullMarked
package io.talkgate.delivery;

import org.jspecify.annotations.NullMarked;
