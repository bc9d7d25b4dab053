package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The result of a payment's approval (protocol §2).
 *
 * @param user the customer, as the account knows them (protocol §1)
 * @param partner the account ID, where told
 * @param code {@code options.paymentConfirmResult.code}
 * @param message {@code options.paymentConfirmResult.message}
 * @param paymentId {@code options.paymentConfirmResult.paymentId}
 * @param detail {@code options.paymentConfirmResult.detail} as it came
 */
public record PayConfirmEvent(
    String user,
    @Nullable String partner,
    @Nullable String code,
    @Nullable String message,
    @Nullable String paymentId,
    @Nullable JsonNode detail)
    implements CustomerEvent {

  @Override
  public String name() {
    return "pay_confirm";
  }

  @Override
  public String toString() {
    return "PayConfirmEvent[user=" + user + ", code=" + code + ", paymentId=" + paymentId + "]";
  }

  @Override
  public void accept(CustomerEventVisitor visitor) {
    visitor.payConfirm(this);
  }
}
