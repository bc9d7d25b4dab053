package io.talkgate.intake.spool;

import io.smallrye.mutiny.subscription.UniEmitter;

/** A record on its way to the disk, and who waits for it. */
final class Waiting {
  /** What sealing adds at most: key id, nonce and tag are 33 bytes with Tink's AES-GCM. */
  private static final int SEAL_BYTES = 64;

  private final SpoolRecord record;
  private final UniEmitter<? super Void> caller;
  private volatile boolean over;

  Waiting(SpoolRecord record, UniEmitter<? super Void> caller) {
    this.record = record;
    this.caller = caller;
    caller.onTermination(() -> over = true);
  }

  SpoolRecord record() {
    return record;
  }

  /** About what it will take on the disk. */
  long bytes() {
    return RecordHeader.BYTES + SEAL_BYTES + (long) record.body().length;
  }

  /** True once the caller has its answer or has gone away. */
  boolean isOver() {
    return over;
  }

  void succeed() {
    caller.complete(null);
  }

  void fail(Throwable failure) {
    over = true;
    caller.fail(failure);
  }
}
