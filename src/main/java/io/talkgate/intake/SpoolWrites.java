package io.talkgate.intake;

import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The way to the disk. The disk sees records in the order in which they are given here, as {@link
 * Legs} gives them under its monitor; each is accounted for in {@link Spooled} before. Guarded by
 * {@link Legs}.
 */
@Singleton
class SpoolWrites {
  private final DiskLeg disk;
  private final Spooled spooled;
  private CompletableFuture<Void> lastAppend = CompletableFuture.completedFuture(null);

  SpoolWrites(DiskLeg disk, Spooled spooled) {
    this.disk = disk;
    this.spooled = spooled;
  }

  /**
   * Spools a customer's event.
   *
   * @param done told when it is durable
   * @param failed told if it could not be made so
   */
  void append(SpooledEvent event, Customer customer, Runnable done, Consumer<Throwable> failed) {
    spooled.announce(customer);
    write(
        event,
        done,
        failure -> {
          spooled.notWritten(customer, failure);
          failed.accept(failure);
        });
  }

  /** The same of a call that could be anybody's. */
  void append(UnresolvedCall call, Runnable done, Consumer<Throwable> failed) {
    int bytes = call.body().length;
    if (!spooled.announceUnresolved(bytes)) {
      failed.accept(new TooManyUnresolvedException());
      return;
    }
    write(
        call,
        done,
        failure -> {
          spooled.notWritten(null, failure);
          spooled.resolved(bytes);
          failed.accept(failure);
        });
  }

  private void write(SpoolRecord record, Runnable done, Consumer<Throwable> failed) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    disk.append(record)
        .subscribe()
        .with(
            written -> {
              spooled.written();
              over.complete(null);
              done.run();
            },
            failure -> {
              failed.accept(failure);
              over.complete(null);
            });
    if (!over.isDone()) { // what is refused at once was never behind the others
      lastAppend = over;
    }
  }

  /**
   * A customer's record is about to be written that does not go through the disk's queue.
   *
   * @return completes when all that was given before was written
   */
  CompletableFuture<Void> announce(UUID id, Customer customer) {
    spooled.announce(id, customer);
    return lastAppend;
  }

  /**
   * The same of a record of which nobody knows whose it is.
   *
   * @throws TooManyUnresolvedException if too many such wait
   */
  CompletableFuture<Void> announceUnresolved(long bytes) {
    if (!spooled.announceUnresolved(bytes)) {
      throw new TooManyUnresolvedException();
    }
    return lastAppend;
  }
}
