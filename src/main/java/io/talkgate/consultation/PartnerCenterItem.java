package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation that is closed here and still to be completed at Partner Center.
 *
 * @param id the consultation's
 * @param user the customer, as NAVER calls them
 * @param nickname null where none is known
 */
public record PartnerCenterItem(
    UUID id,
    UUID linkId,
    UUID customerId,
    String user,
    @Nullable String nickname,
    Instant closedAt,
    CloseReason closeReason) {}
