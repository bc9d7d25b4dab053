package io.talkgate.subscription;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which URLs may be called: {@code https} and nothing inside the own network, whatever a name
 * resolves to at the moment of the call. A URL comes from outside, and the service must not be made
 * to look around at home (SSRF).
 */
@Singleton
class Targets {
  private static final int MAX_URL = 2000;

  private final boolean anywhere;

  Targets(
      @ConfigProperty(name = "talkgate.subscriptions.private-targets", defaultValue = "false")
          boolean anywhere) {
    this.anywhere = anywhere;
  }

  /** The URL, if it is one that may be called as far as can be told without a look-up. */
  Optional<URI> parse(String url) {
    try {
      URI uri = new URI(url);
      boolean known =
          "https".equals(uri.getScheme()) || (anywhere && "http".equals(uri.getScheme()));
      boolean plain =
          uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
      return known && plain && url.length() <= MAX_URL ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Looks the host up and picks an address to call. Blocking.
   *
   * @throws UnknownHostException if it has none, or one that is not public
   */
  InetAddress resolve(URI url) throws UnknownHostException {
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(url.getHost()));
    if (!anywhere && !addresses.stream().allMatch(Targets::isPublic)) {
      throw new UnknownHostException("the host is not a public one");
    }
    return addresses.get(0);
  }

  /** Whether the address is one of the internet, and of no special use (RFC 6890). */
  static boolean isPublic(InetAddress address) {
    if (Stream.<Boolean>of(
            address.isAnyLocalAddress(),
            address.isLoopbackAddress(),
            address.isLinkLocalAddress(),
            address.isSiteLocalAddress(),
            address.isMulticastAddress())
        .anyMatch(special -> special)) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean carrier = first == 100 && second >= 64 && second <= 127;
    boolean protocols = first == 192 && second == 0 && (bytes[2] & 0xff) <= 2;
    boolean tests = first == 198 && (second == 18 || second == 19 || second == 51);
    boolean documentation = first == 203 && second == 0 && (bytes[2] & 0xff) == 113;
    return first != 0 && first < 224 && !carrier && !protocols && !tests && !documentation;
  }

  /** Global unicast only, and none that carries another address inside (6to4, NAT64, Teredo). */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean global = (first & 0xe000) == 0x2000;
    boolean special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
    return global && !special;
  }
}
