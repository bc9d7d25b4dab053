package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.talktalk.Address;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's address. */
@Schema(description = "A customer's address, as NAVER tells it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddressView(
    @Schema(description = "Street and number.") @Nullable String roadAddr,
    @Schema(description = "Building, floor, door.") @Nullable String detAddr,
    @Schema(description = "Postal code.", examples = "06236") @Nullable String zipNo) {

  /** Shows an address; null for none. */
  static @Nullable AddressView of(@Nullable Address address) {
    return address == null
        ? null
        : new AddressView(address.roadAddr(), address.detAddr(), address.zipNo());
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "AddressView[redacted]";
  }
}
