package io.talkgate.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;

/** The clocks by which delivery goes: the database's for leases and waits, and the service's. */
@ApplicationScoped
public class DeliveryClock {
  private final SchemaOwner owner;
  private final SettableClock clock;
  private Duration offset = Duration.ZERO;

  DeliveryClock(SchemaOwner owner, SettableClock clock) {
    this.owner = owner;
    this.clock = clock;
  }

  /** Lets time pass at once, for both. */
  public synchronized void advance(Duration duration) {
    offset = offset.plus(duration);
    try {
      owner.run(
          "create or replace function delivery_now() returns timestamptz language sql volatile"
              + " as 'select clock_timestamp() + interval ''"
              + offset.toMillis()
              + " milliseconds'''");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    clock.advance(duration);
  }
}
