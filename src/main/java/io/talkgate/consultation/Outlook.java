package io.talkgate.consultation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When there is something to do for delivery.
 *
 * @param next how long until then, zero for now; null if nothing is waiting
 * @param paced whether a message that is due waits for its slot
 */
public record Outlook(@Nullable Duration next, boolean paced) {}
