package io.talkgate.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation that waits and that nobody has.
 *
 * @param lastAgentId who had the customer's consultation before; null for nobody
 */
public record WaitingConsultation(
    UUID id, UUID customerId, UUID linkId, @Nullable UUID lastAgentId) {}
