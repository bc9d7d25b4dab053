package io.talkgate.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.talkgate.consultation.ClaimTerms;
import io.talkgate.consultation.ClaimTerms.Pace;
import java.time.Duration;

/** How fast messages go to NAVER (contract §6), over all replicas. */
@ConfigMapping(prefix = "talkgate")
interface DeliveryConfig {

  /**
   * {@code TALKGATE_SEND_RATE_PER_SECOND}: calls of one link. Together with the burst it has to
   * stay below 30 in any 3 s, at which NAVER blocks the caller [268].
   */
  @WithDefault("8")
  double sendRatePerSecond();

  /** {@code TALKGATE_SEND_RATE_BURST}: how many of them may come at once. */
  @WithDefault("4")
  int sendRateBurst();

  /** All calls together. NAVER tells no limit; this one breaks a stampede after an outage. */
  @WithDefault("2000")
  double sendHostRatePerSecond();

  /** How many of them may come at once. */
  @WithDefault("500")
  int sendHostRateBurst();

  /** Calls under way at a time on one replica; the send API's client takes 256. */
  @WithDefault("200")
  int sendAtOnce();

  /** How often a replica looks for what nobody has told it of. */
  @WithDefault("1s")
  Duration sendPollInterval();

  /** For how long a claimed lane is its replica's; longer than a call and a key check take. */
  @WithDefault("30s")
  Duration sendLease();

  /** On what terms messages are claimed. */
  default ClaimTerms terms() {
    return new ClaimTerms(
        new Pace(sendRatePerSecond(), sendRateBurst()),
        new Pace(sendHostRatePerSecond(), sendHostRateBurst()),
        sendLease());
  }
}
