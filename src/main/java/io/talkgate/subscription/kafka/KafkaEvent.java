package io.talkgate.subscription.kafka;

/**
 * An event for Kafka.
 *
 * @param change the change it is of
 * @param key the customer's id; where there is none the id of what changed
 * @param value JSON
 */
record KafkaEvent(long change, String key, String value) {}
