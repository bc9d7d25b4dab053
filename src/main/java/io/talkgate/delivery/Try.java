package io.talkgate.delivery;

import io.talkgate.consultation.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * One try of a message.
 *
 * @param progress what had come before
 * @param began when it was claimed, by the database's clock
 * @param ended when it was over, by the same
 * @param breakersOpen how long the breakers of link and host have been open, in all their life
 */
record Try(Progress progress, Instant began, Instant ended, Duration breakersOpen) {

  Duration since(Instant time) {
    return Duration.between(time, ended);
  }
}
