package io.talkgate.intake.spool;

import io.talkgate.platform.Stamp;
import java.util.function.Function;

/**
 * A call with a well-formed token that nobody could look up, because the database was away
 * (contract §2).
 *
 * @param stamp its identifier and the time it was received
 * @param tokenHash SHA-256 of the token, 32 bytes
 * @param body the bytes that NAVER sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
public record UnresolvedCall(Stamp stamp, byte[] tokenHash, byte[] body) implements SpoolRecord {
  static final int HASH_BYTES = 32;

  /**
   * Checks the hash's length.
   *
   * @throws IllegalArgumentException if it is not 32 bytes long
   */
  public UnresolvedCall {
    if (tokenHash.length != HASH_BYTES) {
      throw new IllegalArgumentException("a token's hash has 32 bytes, not " + tokenHash.length);
    }
  }

  @Override
  public <T> T fold(
      Function<? super SpooledEvent, ? extends T> whenEvent,
      Function<? super UnresolvedCall, ? extends T> whenUnresolved) {
    return whenUnresolved.apply(this);
  }

  /** Neither the body nor anything of the token. */
  @Override
  public String toString() {
    return "UnresolvedCall[%s, %d bytes]".formatted(stamp.id(), body.length);
  }
}
