package io.talkgate.link;

/**
 * What a link's messages are sent with where their writer does not say (protocol §3).
 *
 * @param notification whether they are pushed to the customer's phone
 * @param readBySend whether they mark the customer's messages as read at Partner Center
 */
public record DeliveryDefaults(boolean notification, boolean readBySend) {}
