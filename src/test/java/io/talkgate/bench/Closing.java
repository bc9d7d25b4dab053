package io.talkgate.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be ended, the newest first, whatever ends the bench: its end, a failure, Ctrl-C. */
public final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** With nothing to end yet. */
  public Closing() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "closing"));
  }

  /** Will be closed. */
  public synchronized <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  /** Was closed. */
  synchronized void forget(AutoCloseable resource) {
    open.remove(resource);
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("While ending the bench: " + e);
      }
    }
  }
}
