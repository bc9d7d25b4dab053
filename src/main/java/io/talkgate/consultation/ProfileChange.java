package io.talkgate.consultation;

import io.talkgate.talktalk.Address;
import io.talkgate.talktalk.ProfileResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a profile event tells or takes back, with its time: an older one must not undo it. */
record ProfileChange(
    ProfileResult result,
    @Nullable String nickname,
    @Nullable String cellphone,
    @Nullable Address address,
    List<String> withdrawals,
    Instant at) {

  boolean withdraws(String field) {
    return result == ProfileResult.WITHDRAW && withdrawals.contains(field);
  }

  boolean withdrawsAny() {
    return result == ProfileResult.WITHDRAW && !withdrawals.isEmpty();
  }

  boolean tells() {
    return result == ProfileResult.SUCCESS;
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "ProfileChange[" + result + "]";
  }
}
