package io.talkgate.intake.spool;

import io.talkgate.platform.sealing.Owner;
import java.nio.ByteBuffer;

/** Hides a body as far as a test can tell, and opens it for its owner alone. */
class TestSeal implements BodySeal {
  private static final byte MASK = 0x5A;

  @Override
  public byte[] seal(byte[] body, Owner owner) {
    byte[] masked = mask(body);
    return ByteBuffer.allocate(Integer.BYTES + masked.length)
        .putInt(owner.hashCode())
        .put(masked)
        .array();
  }

  @Override
  public byte[] open(byte[] sealed, Owner owner) {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    if (bytes.getInt() != owner.hashCode()) {
      throw new IllegalStateException("sealed for somebody else");
    }
    byte[] masked = new byte[bytes.remaining()];
    bytes.get(masked);
    return mask(masked);
  }

  private static byte[] mask(byte[] bytes) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK;
    }
    return masked;
  }
}
