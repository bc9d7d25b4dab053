package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Customer;
import io.talkgate.consultation.Grade;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer with all that is known of them. */
@Schema(description = "One TalkTalk user of one link.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
    @Schema(description = "The customer's id.") UUID id,
    @Schema(description = "The brand.") UUID brandId,
    @Schema(description = "The link.") UUID linkId,
    @Schema(description = "NAVER's value, stable per account and person.") String user,
    @Schema(description = "Absent until the customer agreed to tell it.") @Nullable String nickname,
    @Schema(description = "Absent until the customer agreed to tell it.")
        @Nullable String cellphone,
    @Schema(description = "Absent until the customer agreed to tell it.")
        @Nullable AddressView address,
    @Schema(description = "Whether the customer is a friend of the account.") boolean friend,
    @Schema(description = "Whether NAVER says that the customer is under 14.") boolean under14,
    @Schema(description = "Whether NAVER says that the customer is under 19.") boolean under19,
    @Schema(description = "Whether the brand has blocked the customer.") boolean blocked,
    @Schema(description = "What agents are to know of the customer; absent for nothing.")
        @Nullable Grade grade) {

  /** Shows a customer. */
  static CustomerView of(Customer customer) {
    return new CustomerView(
        customer.id(),
        customer.brandId(),
        customer.linkId(),
        customer.user(),
        customer.nickname(),
        customer.cellphone(),
        AddressView.of(customer.address()),
        customer.friend(),
        customer.under14(),
        customer.under19(),
        customer.blocked(),
        customer.grade());
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "CustomerView[" + id + "]";
  }
}
