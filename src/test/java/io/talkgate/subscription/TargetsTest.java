package io.talkgate.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscriber's URL must not lead into the own network. */
class TargetsTest {
  private final Targets targets = new Targets(false);

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "2606:4700:4700::1111, true",
    "127.0.0.1, false",
    "127.1.2.3, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "192.0.2.1, false",
    "198.18.0.1, false",
    "203.0.113.9, false",
    "::1, false",
    "::, false",
    "fe80::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "::ffff:10.0.0.1, false",
    "64:ff9b::a00:1, false",
    "2002:a00:1::, false",
    "2001::1, false",
    "2001:db8::1, false",
    "ff02::1, false"
  })
  void onlyAddressesOfTheInternetArePublic(String address, boolean isPublic)
      throws UnknownHostException {
    assertEquals(isPublic, Targets.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "https:///nohost",
        "https://user:secret@example.com/",
        "https://example.com/#part",
        "not a url",
        ""
      })
  void otherUrlsAreNotTaken(String url) {
    assertTrue(targets.parse(url).isEmpty());
  }

  @Test
  void anHttpsUrlIsTaken() {
    assertEquals(
        URI.create("https://example.com:8443/hooks?a=b"),
        targets.parse("https://example.com:8443/hooks?a=b").orElseThrow());
  }

  @Test
  void whatResolvesToAnAddressInsideIsRefusedAtTheCall() {
    assertThrows(
        UnknownHostException.class, () -> targets.resolve(URI.create("https://localhost/")));
  }
}
