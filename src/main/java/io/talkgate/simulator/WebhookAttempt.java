package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What came of one HTTP call.
 *
 * @param status 0 if no answer came
 * @param failure why none came, e.g. {@code READ_TIMEOUT}; null if one came
 * @param body at most 64 KiB of the answer
 */
record WebhookAttempt(int status, long millis, @Nullable String failure, Buffer body) {}
