package io.talkgate.talktalk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a profile request, or a withdrawal (protocol §2). Everything in it is personal
 * data.
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param result what the customer decided
 * @param nickname null = not told
 * @param cellphone null = not told
 * @param address null = not told
 * @param withdrawals on {@link ProfileResult#WITHDRAW} the fields whose stored values must be
 *     deleted
 */
public record ProfileEvent(
    String user,
    @Nullable String partner,
    ProfileResult result,
    @Nullable String nickname,
    @Nullable String cellphone,
    @Nullable Address address,
    List<String> withdrawals)
    implements CustomerEvent {

  public ProfileEvent {
    withdrawals = List.copyOf(withdrawals);
  }

  @Override
  public String name() {
    return "profile";
  }

  @Override
  public String toString() {
    return "ProfileEvent[user=" + user + ", result=" + result + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.profile(this);
  }
}
