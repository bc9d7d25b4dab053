package io.talkgate.consultation;

import io.talkgate.talktalk.Address;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One TalkTalk user of one link.
 *
 * @param user NAVER's value, stable per account and person (protocol §1)
 * @param nickname from the customer's consent; null if not told
 * @param cellphone from the customer's consent; null if not told; personal data
 * @param address from the customer's consent; null if not told; personal data
 */
public record Customer(
    UUID id,
    UUID brandId,
    UUID linkId,
    String user,
    @Nullable String nickname,
    @Nullable String cellphone,
    @Nullable Address address,
    boolean friend,
    boolean under14,
    boolean under19,
    boolean blocked,
    @Nullable Grade grade) {

  /** The same with another cellphone number. */
  Customer withCellphone(String other) {
    return new Customer(
        id, brandId, linkId, user, nickname, other, address, friend, under14, under19, blocked,
        grade);
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "Customer[" + id + "]";
  }
}
