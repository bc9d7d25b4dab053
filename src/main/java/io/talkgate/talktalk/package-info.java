/**
 * NAVER TalkTalk's vocabulary: the events its webhook brings, the contents they carry, the events
 * we send, and the client of its send API. Called by {@code link}, {@code consultation} and
 * everything above them. It never touches the database, never retries and never decides what an
 * event means for a consultation; what it does not know it keeps, and it never throws because of
 * what NAVER sent.
 */
@NullMarked
package io.talkgate.talktalk;

import org.jspecify.annotations.NullMarked;
