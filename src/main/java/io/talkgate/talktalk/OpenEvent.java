package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * The customer entered the chat window (protocol §2). Repeated by NAVER up to ten times for one
 * entry.
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param inflow {@code button}, {@code list}, {@code none} or what NAVER adds later
 * @param referer the page the customer came from
 * @param from the {@code from} value of the chat URL
 * @param friend whether the customer is a friend of the account; null = not told
 * @param under14 null = not told
 * @param under19 null = not told
 * @param unreadMessage whether there are messages the customer has not read; null = not told
 * @param product the product the customer was looking at
 */
public record OpenEvent(
    String user,
    @Nullable String partner,
    @Nullable String inflow,
    @Nullable String referer,
    @Nullable String from,
    @Nullable Boolean friend,
    @Nullable Boolean under14,
    @Nullable Boolean under19,
    @Nullable Boolean unreadMessage,
    @Nullable Product product)
    implements CustomerEvent {

  @Override
  public String name() {
    return "open";
  }

  @Override
  public String toString() {
    return "OpenEvent[user=" + user + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.open(this);
  }
}
