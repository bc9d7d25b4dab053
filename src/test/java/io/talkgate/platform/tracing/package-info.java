/** What is told to a collector of traces, and that nothing is made while nobody collects. */
@NullMarked
package io.talkgate.platform.tracing;

import org.jspecify.annotations.NullMarked;
