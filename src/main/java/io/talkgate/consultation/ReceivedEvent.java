package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import java.util.UUID;

/**
 * One call of a webhook as it came, before anybody has read it.
 *
 * @param stamp its identifier and the time it was received
 * @param body the bytes that NAVER sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
public record ReceivedEvent(Stamp stamp, UUID brandId, UUID linkId, byte[] body) {

  /** The body is personal data and stays out of logs. */
  @Override
  public String toString() {
    return "ReceivedEvent[%s, link=%s, %d bytes]".formatted(stamp.id(), linkId, body.length);
  }
}
