/**
 * Tells other systems what happens in a brand: signed calls of their URLs (Standard Webhooks),
 * repeated until they are answered.
 *
 * <p>Rooms that have something to tell publish it ({@link io.talkgate.subscription.Announcements});
 * the desk keeps who wants to know ({@link io.talkgate.subscription.Subscriptions}). It knows
 * nothing of what it tells, and calls no address inside the own network.
 */
@NullMarked
package io.talkgate.subscription;

import org.jspecify.annotations.NullMarked;
