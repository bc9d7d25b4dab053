package io.talkgate.consultation;

import org.jspecify.annotations.Nullable;

/** A customer's address as NAVER's profile event gives it (protocol §2). Personal data. */
public record PostalAddress(
    @Nullable String roadAddr, @Nullable String detAddr, @Nullable String zipNo) {

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "PostalAddress[redacted]";
  }
}
