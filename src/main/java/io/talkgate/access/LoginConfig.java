package io.talkgate.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often passwords may be guessed at, and how long a guess takes. */
@ConfigMapping(prefix = "talkgate.login")
interface LoginConfig {

  /** The time in which the failures below are counted. */
  @WithDefault("15m")
  Duration window();

  /** Failures of one account from one address; others may still log in to it. */
  @WithDefault("10")
  int failuresPerAccountAndAddress();

  /** Failures of one account from everywhere. */
  @WithDefault("100")
  int failuresPerAccount();

  /** Failures from one address, of IPv6 a /64, whatever the account: an office may share one. */
  @WithDefault("100")
  int failuresPerAddress();

  /** Each one more doubles the time that hashing or verifying a password takes; 4 to 31. */
  @WithDefault("10")
  int bcryptCost();
}
