package io.talkgate.intake.spool;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The spool's own thread: while it forces one group to the disk the next one gathers, so that one
 * force serves all who wait.
 */
final class Writer implements Runnable {
  private static final Logger LOG = Logger.getLogger(Writer.class);

  private final AppendQueue queue;
  private final Appender appender;
  private boolean failing;

  Writer(AppendQueue queue, Appender appender) {
    this.queue = queue;
    this.appender = appender;
  }

  @Override
  public void run() {
    for (List<Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
      write(group);
    }
  }

  private void write(List<Waiting> group) {
    try {
      appender.append(group);
      succeeded(group);
    } catch (IOException e) {
      failed(group, failure(e));
    } catch (RuntimeException | Error e) {
      // A bug or no memory: this group is lost to its callers, the thread must live on.
      failed(group, new SpoolFailedException("the spool failed", e));
    }
  }

  private void succeeded(List<Waiting> group) {
    if (failing) {
      failing = false;
      LOG.info("The spool can be written again");
    }
    queue.done(group);
    group.stream().filter(one -> !one.isOver()).forEach(Waiting::succeed);
  }

  private void failed(List<Waiting> group, RuntimeException failure) {
    if (!failing) {
      failing = true;
      LOG.errorf(failure, "The spool cannot be written; said once until it can");
    }
    queue.done(group);
    group.stream().filter(one -> !one.isOver()).forEach(one -> one.fail(failure));
  }

  /** What a caller is told of the disk's failure. */
  static RuntimeException failure(IOException e) {
    return isDiskFull(e)
        ? new SpoolFullException("the spool's disk is full: " + e.getMessage())
        : new SpoolFailedException("the spool failed", e);
  }

  /** Java has no type for it; these are the words of Linux. */
  private static boolean isDiskFull(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device") || message.contains("Disk quota exceeded");
  }
}
