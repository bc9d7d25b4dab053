package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * The customer sent something (protocol §2).
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param messageId its number in the chat room, often absent
 * @param content what was sent
 * @param standby true while Partner Center holds the thread
 * @param product the product the customer asks about ({@code options.product})
 */
public record SendEvent(
    String user,
    @Nullable String partner,
    @Nullable Long messageId,
    Content content,
    boolean standby,
    @Nullable Product product)
    implements CustomerEvent {

  @Override
  public String name() {
    return "send";
  }

  @Override
  public String toString() {
    return "SendEvent[user="
        + user
        + ", messageId="
        + messageId
        + ", content="
        + content
        + ", standby="
        + standby
        + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.send(this);
  }
}
