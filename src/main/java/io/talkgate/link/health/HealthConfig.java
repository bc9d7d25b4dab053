package io.talkgate.link.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code TALKGATE_HEALTH_*}: when a link counts as deaf or at risk. */
@ConfigMapping(prefix = "talkgate.health")
interface HealthConfig {
  /** What {@link #falseAlarmsPerDay} is unless it is set. */
  String FALSE_ALARMS_PER_DAY = "1";

  /** So many accepted messages in a row without an echo are a webhook that is not called. */
  @WithDefault("3")
  int unechoedSends();

  /**
   * How long the echo of the last of them is waited for. Together with the rounds it stays below
   * the minute within which deafness has to be found.
   */
  @WithDefault("50s")
  Duration echoWait();

  /** An answer that takes longer is slow; NAVER gives up after 5 s (protocol §2). */
  @WithDefault("3s")
  Duration slowAnswer();

  /** How many silences of a thousand links may be taken for deafness on a day, by rhythm alone. */
  @WithDefault(FALSE_ALARMS_PER_DAY)
  double falseAlarmsPerDay();

  /**
   * Whether the service calls its own webhook by the public URL every minute; false where the
   * public URL cannot be reached from inside.
   */
  @WithDefault("true")
  boolean canary();
}
