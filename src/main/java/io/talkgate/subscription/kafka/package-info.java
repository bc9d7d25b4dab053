/**
 * Tells Kafka what happens at the desk, where one is configured: the events that subscribers are
 * called with, of all brands, with the customer as key.
 */
@NullMarked
package io.talkgate.subscription.kafka;

import org.jspecify.annotations.NullMarked;
