package io.talkgate.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database's connections are waited for. Sizes stand with Quarkus's datasources. */
@ConfigMapping(prefix = "talkgate.database")
interface PoolConfig {

  /** How long a new connection may take to be made. */
  @WithDefault("3s")
  Duration connectLimit();

  /**
   * How long somebody waits for a connection, made or given back. Where a network swallows even the
   * making of connections this is what ends the wait; the client's own limit is 30 s.
   */
  @WithDefault("2s")
  Duration waitLimit();

  /** The pool of everything that has none of its own. */
  Limits desk();

  /** Intake's own pool. */
  Limits intake();

  /** Delivery's own pool. */
  Limits delivery();

  /** The timers' own pool. */
  Limits timers();

  /** What one pool puts up with. */
  interface Limits {

    /** A connection on which nothing moves for so long while it is in use is given up for dead. */
    Duration answerLimit();

    /** How many callers may wait for a connection; one more is refused at once. */
    int waiting();
  }
}
