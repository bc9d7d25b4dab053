package io.talkgate.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.9.9.9, true",
    "192.0.2.64/26, 192.0.2.127, true",
    "192.0.2.64/26, 192.0.2.128, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "192.0.2.0/24, ::ffff:192.0.2.9, true"
  })
  void aRangeHoldsItsAddresses(String range, String address, boolean contained) {
    assertEquals(contained, Cidr.parse(range).contains(Cidr.address(address).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "example.org",
        "localhost/8",
        "2001:db8::/129",
        "10.0.0.0/ 8"
      })
  void whatIsNoneIsRefused(String range) {
    assertThrows(IllegalArgumentException.class, () -> Cidr.parse(range));
  }

  @Test
  void aHalfOfIpv6IsOneNetwork() {
    assertEquals(
        Cidr.networkOf(Cidr.address("2001:db8:1:2:aaaa::1").orElseThrow(), 64),
        Cidr.networkOf(Cidr.address("2001:db8:1:2:bbbb::2").orElseThrow(), 64));
  }
}
