package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lane whose time is over: its sender is gone, or the echo it waited for has not come.
 *
 * @param messageId the message in work; null if there is none
 * @param status that message's; null if there is none
 * @param claimedAt when it was last claimed
 * @param linkHears whether the link demonstrably hears echoes: the last message that NAVER
 *     accepted, half a minute ago or longer but within the hour, was echoed
 * @param now by the database's clock
 */
public record OverdueLane(
    LaneKey lane,
    @Nullable UUID messageId,
    @Nullable DeliveryStatus status,
    Progress progress,
    Instant claimedAt,
    boolean linkHears,
    Instant now) {}
