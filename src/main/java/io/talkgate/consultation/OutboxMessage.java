package io.talkgate.consultation;

import io.talkgate.talktalk.OutgoingContent;
import java.util.UUID;

/**
 * A message whose turn it is to be sent.
 *
 * @param user the customer, as NAVER knows them
 */
public record OutboxMessage(
    UUID brandId,
    UUID id,
    UUID linkId,
    String user,
    OutgoingContent content,
    boolean notification,
    boolean readBySend) {

  /** Texts stay out of logs. */
  @Override
  public String toString() {
    return "OutboxMessage[" + id + "]";
  }
}
