@NullMarked
package io.talkgate.platform.metrics;

import org.jspecify.annotations.NullMarked;
