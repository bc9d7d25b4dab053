package io.talkgate.platform.http;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where calls come from. Behind proxies that are trusted ({@code
 * QUARKUS_HTTP_PROXY_TRUSTED_PROXIES}, addresses and ranges) it is what they say, read from the
 * right: a proxy adds the caller it has seen at the end, and whatever stands before that anybody
 * may have written. Nobody else's headers are looked at.
 *
 * <p>Quarkus's own forwarding believes the left end of {@code X-Forwarded-For}; therefore this
 * looks at the connection itself.
 */
@Singleton
public class Origins {
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";

  private final List<Cidr> trusted;

  @Inject
  Origins(Proxies proxies) {
    this(proxies.trustedProxies().orElse(List.of()));
  }

  Origins(List<String> trusted) {
    this.trusted = trusted.stream().map(Cidr::parse).toList();
  }

  /** The key under which Quarkus has it, too. */
  @ConfigMapping(prefix = "quarkus.http.proxy")
  interface Proxies {
    Optional<List<String>> trustedProxies();
  }

  /** The address of the caller. */
  public InetAddress address(HttpServerRequest call) {
    InetAddress nearest = connected(call);
    List<String> hops = elements(call, FOR);
    for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest); i--) {
      Optional<InetAddress> before = hop(hops.get(i));
      if (before.isEmpty()) {
        return nearest; // a proxy that does not tell
      }
      nearest = before.get();
    }
    return nearest;
  }

  /**
   * The address as something to count by: of IPv6 the first half, as every home and every server
   * has all addresses of its own half.
   */
  public String network(HttpServerRequest call) {
    InetAddress address = address(call);
    return address instanceof Inet6Address
        ? Cidr.networkOf(address, Long.SIZE).getHostAddress()
        : address.getHostAddress();
  }

  /** True if the caller's line is encrypted, up to us or up to a proxy that is trusted. */
  public boolean isEncrypted(HttpServerRequest call) {
    List<String> schemes = elements(call, PROTO);
    return call.connection().isSsl()
        || (!schemes.isEmpty()
            && isTrusted(connected(call))
            && schemes.get(schemes.size() - 1).toLowerCase(Locale.ROOT).equals("https"));
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static InetAddress connected(HttpServerRequest call) {
    String address = call.connection().remoteAddress().hostAddress();
    return Optional.ofNullable(address)
        .flatMap(Cidr::address)
        .orElseGet(InetAddress::getLoopbackAddress); // a socket of this very host
  }

  /** A header may be repeated and each may hold several values; together they are one list. */
  private static List<String> elements(HttpServerRequest call, String header) {
    return call.headers().getAll(header).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
  private static Optional<InetAddress> hop(String text) {
    boolean ipv4WithPort = text.indexOf('.') >= 0 && text.indexOf(':') == text.lastIndexOf(':');
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? Optional.empty() : Cidr.address(text.substring(1, end));
    }
    int port = ipv4WithPort ? text.indexOf(':') : -1;
    return Cidr.address(port < 0 ? text : text.substring(0, port));
  }
}
