package io.talkgate.platform.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public final class Cidr {
  private final byte[] network;
  private final int prefix;

  private Cidr(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * Reads a range; an address alone is the range that holds nothing else.
   *
   * @throws IllegalArgumentException if it is none; names of hosts are none
   */
  public static Cidr parse(String text) {
    String[] parts = text.strip().split("/", -1);
    byte[] network =
        address(parts[0])
            .map(InetAddress::getAddress)
            .orElseThrow(() -> new IllegalArgumentException(text + " is no range of addresses"));
    int bits = network.length * Byte.SIZE;
    int prefix = parts.length == 1 ? bits : length(parts[1], bits);
    if (parts.length > 2 || prefix < 0) {
      throw new IllegalArgumentException(text + " is no range of addresses");
    }
    return new Cidr(network, prefix);
  }

  /** True if the address lies within the range. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == network.length && Arrays.equals(masked(bytes), masked(network));
  }

  /** The first of the addresses that agree with this one in so many bits. */
  static InetAddress networkOf(InetAddress address, int prefix) {
    return of(new Cidr(address.getAddress(), prefix).masked(address.getAddress()));
  }

  /**
   * An address in figures, with IPv4 in IPv6 as IPv4; empty for anything else: no name is asked
   * for.
   */
  static Optional<InetAddress> address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    return bytes == null ? Optional.empty() : Optional.of(of(bytes));
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private static int length(String text, int most) {
    return text.matches("\\d{1,3}") && Integer.parseInt(text) <= most ? Integer.parseInt(text) : -1;
  }

  private byte[] masked(byte[] address) {
    byte[] masked = address.clone();
    for (int bit = prefix; bit < masked.length * Byte.SIZE; bit++) {
      masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
    }
    return masked;
  }

  @Override
  public String toString() {
    return of(network).getHostAddress() + "/" + prefix;
  }
}
