package io.talkgate.intake.spool;

import io.talkgate.platform.Stamp;
import java.util.UUID;
import java.util.function.Function;

/**
 * A call whose link is known.
 *
 * @param stamp its identifier and the time it was received
 * @param body the bytes that NAVER sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
public record SpooledEvent(Stamp stamp, UUID brandId, UUID linkId, byte[] body)
    implements SpoolRecord {

  @Override
  public <T> T fold(
      Function<? super SpooledEvent, ? extends T> whenEvent,
      Function<? super UnresolvedCall, ? extends T> whenUnresolved) {
    return whenEvent.apply(this);
  }

  /** The body is personal data and stays out of logs. */
  @Override
  public String toString() {
    return "SpooledEvent[%s, link=%s, %d bytes]".formatted(stamp.id(), linkId, body.length);
  }
}
