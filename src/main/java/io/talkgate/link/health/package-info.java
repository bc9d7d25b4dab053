/**
 * Whether links are alive: what was seen of each one, which state follows from that, and what its
 * owner is to do.
 *
 * <p>Intake and delivery tell it what they saw ({@link io.talkgate.link.health.LinkNotes}); the
 * desk asks it ({@link io.talkgate.link.health.LinkHealths}). It never calls NAVER and knows no
 * customers.
 */
@NullMarked
package io.talkgate.link.health;

import org.jspecify.annotations.NullMarked;
