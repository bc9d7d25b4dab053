package io.talkgate.intake.spool;

import io.talkgate.platform.sealing.Owner;
import io.talkgate.platform.sealing.Sealing;

/** Seals bodies on their way to the disk. Called by the spool's own thread and by the drainer's. */
public interface BodySeal {

  /** The body, readable only with the key and for the same owner. */
  byte[] seal(byte[] body, Owner owner);

  /**
   * The body again.
   *
   * @throws RuntimeException if it does not open; the record is then left in the spool
   */
  byte[] open(byte[] sealed, Owner owner);

  /** With the service's key set. */
  static BodySeal of(Sealing sealing) {
    return new BodySeal() {
      @Override
      public byte[] seal(byte[] body, Owner owner) {
        return sealing.seal(body, owner);
      }

      @Override
      public byte[] open(byte[] sealed, Owner owner) {
        return sealing.open(sealed, owner);
      }
    };
  }
}
