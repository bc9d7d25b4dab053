package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * Partner Center gives the thread back (protocol §2).
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param control {@code passThread}
 * @param managerNickname who gave it back, from the metadata
 * @param autoEnd whether it ended by itself, from the metadata; null = not told
 */
public record HandoverEvent(
    String user,
    @Nullable String partner,
    @Nullable String control,
    @Nullable String managerNickname,
    @Nullable Boolean autoEnd)
    implements CustomerEvent {

  @Override
  public String name() {
    return "handover";
  }

  @Override
  public String toString() {
    return "HandoverEvent[user=" + user + ", control=" + control + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.handover(this);
  }
}
