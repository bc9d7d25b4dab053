package io.talkgate.consultation;

import io.talkgate.talktalk.OutgoingContent;

/**
 * An agent's answer.
 *
 * @param notification pushes it to the customer's phone (protocol §3)
 * @param readBySend marks the customer's messages as read at Partner Center (protocol §3)
 */
public record Reply(OutgoingContent content, boolean notification, boolean readBySend) {}
