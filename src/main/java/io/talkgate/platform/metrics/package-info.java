/**
 * What is said at {@code /q/metrics} and how: meters of libraries under names that Prometheus's
 * linter accepts, in the format that was asked for. Called by nobody; rooms register their own
 * meters themselves.
 */
@NullMarked
package io.talkgate.platform.metrics;

import org.jspecify.annotations.NullMarked;
