package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * A payment is done and NAVER asks whether to approve it: status 200 approves, any other does not
 * (protocol §2).
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param code {@code options.paymentResult.code}
 * @param paymentId {@code options.paymentResult.paymentId}
 * @param merchantPayKey {@code options.paymentResult.merchantPayKey}
 * @param merchantUserKey {@code options.paymentResult.merchantUserKey}
 * @param message {@code options.paymentResult.message}
 */
public record PayCompleteEvent(
    String user,
    @Nullable String partner,
    @Nullable String code,
    @Nullable String paymentId,
    @Nullable String merchantPayKey,
    @Nullable String merchantUserKey,
    @Nullable String message)
    implements CustomerEvent {

  @Override
  public String name() {
    return "pay_complete";
  }

  @Override
  public String toString() {
    return "PayCompleteEvent[user=" + user + ", code=" + code + ", paymentId=" + paymentId + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.payComplete(this);
  }
}
