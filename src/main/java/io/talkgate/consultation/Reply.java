package io.talkgate.consultation;

import io.talkgate.talktalk.OutgoingContent;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer.
 *
 * @param notification pushes it to the customer's phone (protocol §3); null as the link's settings
 *     say
 * @param readBySend marks the customer's messages as read at Partner Center (protocol §3); null as
 *     the link's settings say
 */
public record Reply(
    OutgoingContent content, @Nullable Boolean notification, @Nullable Boolean readBySend) {}
