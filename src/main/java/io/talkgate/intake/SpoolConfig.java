package io.talkgate.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the spool. */
@ConfigMapping(prefix = "talkgate.spool")
interface SpoolConfig {

  /** {@code TALKGATE_SPOOL_MAX_SIZE}: what the spool may take on the disk. */
  @WithDefault("1G")
  MemorySize maxSize();

  /** {@code TALKGATE_SPOOL_ALARM_SIZE}: from where on it raises an alarm. */
  @WithDefault("256M")
  MemorySize alarmSize();

  /**
   * {@code TALKGATE_SPOOL_UNRESOLVED_SIZE}: what of it calls may take whose token nobody could look
   * up; each counts with 1 KiB more than its body. Strangers must not fill the spool.
   */
  @WithDefault("16M")
  MemorySize unresolvedSize();

  /**
   * {@code TALKGATE_SPOOL_DRAIN_AT_END}: for how long a replica that is told to end brings in what
   * it still has, where the database takes it.
   */
  @WithDefault("20s")
  Duration drainAtEnd();
}
