package io.talkgate.platform.database;

import jakarta.inject.Singleton;

/**
 * Rung after a transaction that changed something others may be looking at. NOTIFY within the
 * transaction would make every commit of the database wait for the one before it (PostgreSQL holds
 * a lock on notifications from before the commit until after its fsync); so whoever listens sends
 * one NOTIFY for all that was committed meanwhile. A ring that gets lost costs a moment's delay:
 * replicas also look by themselves.
 */
@Singleton
public class CommitBell {
  private volatile Runnable listener = () -> {};

  /** Says that something was committed; returns at once, from any thread. */
  public void ring() {
    listener.run();
  }

  /** Who is told; must return at once. */
  public void listen(Runnable told) {
    listener = told;
  }
}
