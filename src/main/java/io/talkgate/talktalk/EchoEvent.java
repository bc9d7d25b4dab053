package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * Something the partner side sent: our own messages, Partner Center agents, marketing and alarms
 * (protocol §2). Answering it by sending is an endless loop.
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param messageId its number in the chat room, often absent
 * @param echoedEvent {@code send}, {@code product}, {@code leave} or others
 * @param content what was sent; null when the echoed event carries none
 * @param managerNickname who wrote it at Partner Center; null when nobody did
 * @param sourceId 1 = Partner Center, where handover is on
 * @param threadOwnerId 1 = Partner Center holds the thread, where handover is on
 */
public record EchoEvent(
    String user,
    @Nullable String partner,
    @Nullable Long messageId,
    @Nullable String echoedEvent,
    @Nullable Content content,
    @Nullable String managerNickname,
    @Nullable Long sourceId,
    @Nullable Long threadOwnerId)
    implements CustomerEvent {

  /** Whether a human at Partner Center wrote it. */
  public boolean fromPartnerCenterPerson() {
    return managerNickname != null;
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public String toString() {
    return "EchoEvent[user="
        + user
        + ", messageId="
        + messageId
        + ", echoedEvent="
        + echoedEvent
        + ", content="
        + content
        + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.echo(this);
  }
}
