/**
 * Spans of OpenTelemetry (docs/operations.md, traces): which webhook call, batch and send took how
 * long, of which link. Called by intake and delivery. It never says what a customer or agent wrote,
 * a path, a token or a key, and costs nothing while traces are off.
 */
@NullMarked
package io.talkgate.platform.tracing;

import org.jspecify.annotations.NullMarked;
