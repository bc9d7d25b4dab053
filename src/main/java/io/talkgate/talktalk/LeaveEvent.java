package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * The customer pressed leave (protocol §2). It does not mean that they may not be written to.
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 */
public record LeaveEvent(String user, @Nullable String partner) implements CustomerEvent {

  @Override
  public String name() {
    return "leave";
  }

  @Override
  public String toString() {
    return "LeaveEvent[user=" + user + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.leave(this);
  }
}
