package io.talkgate.intake;

import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpoolStream;
import io.vertx.core.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One body's way to the disk. Confined to the call's event loop; the disk is not. */
final class BodySpill {
  /** So much is gathered before it goes. */
  static final int PIECE = 64 * 1024;

  private final SpoolRecord call;
  private final BodyFiles files;
  private @Nullable SpoolStream stream;

  BodySpill(SpoolRecord call, BodyFiles files) {
    this.call = call;
    this.files = files;
  }

  /** True if some of the body is there. */
  boolean isOpen() {
    return stream != null;
  }

  /** Writes; if it fails before {@link #isOpen}, nothing was written. */
  Future<Void> write(byte[] bytes) {
    SpoolStream present = stream;
    if (present != null) {
      return files.run(
          () -> {
            present.write(bytes);
            return null;
          });
    }
    return files
        .take()
        .compose(place -> files.run(() -> begin(bytes)).onFailure(refused -> files.give()))
        .onSuccess(begun -> stream = begun)
        .mapEmpty();
  }

  /** Gives up what was written. */
  void drop() {
    SpoolStream written = stream;
    if (written != null) {
      stream = null;
      files.drop(written);
    }
  }

  /** From now on it is somebody else's to publish or drop. */
  SpoolStream handOver() {
    SpoolStream written = Objects.requireNonNull(stream);
    stream = null;
    return written;
  }

  private SpoolStream begin(byte[] bytes) {
    SpoolStream begun = files.begin(call);
    try {
      begun.write(bytes);
      return begun;
    } catch (RuntimeException | Error e) {
      begun.close();
      throw e;
    }
  }
}
