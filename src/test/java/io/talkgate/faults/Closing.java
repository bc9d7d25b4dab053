package io.talkgate.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed in the end, the newest first, also where something could not be built. */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    if (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("something could not be closed", e);
      } finally {
        close();
      }
    }
  }
}
