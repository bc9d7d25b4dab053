/** The main job from outside: over HTTP, with a real PostgreSQL and the simulated NAVER. */
@NullMarked
package io.talkgate.journey;

import org.jspecify.annotations.NullMarked;
