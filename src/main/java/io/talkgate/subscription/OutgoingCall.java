package io.talkgate.subscription;

import java.util.UUID;

/**
 * A call that is to be made now.
 *
 * @param attempts this one included
 * @param body what was signed is sent, byte for byte
 */
record OutgoingCall(
    UUID brandId,
    UUID subscriptionId,
    UUID eventId,
    String url,
    WebhookSecret secret,
    int attempts,
    String body) {

  /** Neither URL nor body, which may be personal data or a secret of its receiver. */
  @Override
  public String toString() {
    return "OutgoingCall[" + eventId + " for " + subscriptionId + "]";
  }
}
