package io.talkgate.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the webhook's door. */
@ConfigMapping(prefix = "talkgate.intake")
interface IntakeConfig {

  /**
   * {@code TALKGATE_INTAKE_BODY_BUDGET}: memory for the bodies that are being read and kept, all
   * together, counted as what they cost and not as what they are long. Beyond it they go to the
   * disk as they come.
   */
  @WithDefault("48M")
  MemorySize bodyBudget();

  /** {@code TALKGATE_INTAKE_LARGE_BODY}: from where on a body is not read on an event loop. */
  @WithDefault("256K")
  MemorySize largeBody();

  /**
   * {@code TALKGATE_INTAKE_BODY_DEADLINE}: how long a body may take from its first byte on. NAVER
   * sends all at once and gives up after 5 s (protocol §2).
   */
  @WithDefault("10s")
  Duration bodyDeadline();
}
