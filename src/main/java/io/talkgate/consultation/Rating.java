package io.talkgate.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the customer rated a consultation.
 *
 * @param score 1 to 5
 * @param comment what the customer said about it; null for nothing
 */
public record Rating(int score, @Nullable String comment, Instant at) {}
