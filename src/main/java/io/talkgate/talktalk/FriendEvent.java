package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * The customer became a friend of the account or ceased to be one (protocol §2).
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param on true = became a friend, false = ceased; null = not told
 */
public record FriendEvent(String user, @Nullable String partner, @Nullable Boolean on)
    implements CustomerEvent {

  @Override
  public String name() {
    return "friend";
  }

  @Override
  public String toString() {
    return "FriendEvent[user=" + user + ", on=" + on + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.friend(this);
  }
}
