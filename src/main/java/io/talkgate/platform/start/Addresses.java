package io.talkgate.platform.start;

import io.talkgate.platform.StartRefused;
import io.talkgate.platform.http.Cidr;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * Lists of addresses that somebody relies on: a mistyped one must not let everybody in, or nobody.
 */
final class Addresses {
  private static final List<String> LISTS =
      List.of("talkgate.webhook.allowed-cidrs", "quarkus.http.proxy.trusted-proxies");

  private Addresses() {}

  static void check(Config config) {
    LISTS.forEach(
        list ->
            config
                .getOptionalValues(list, String.class)
                .ifPresent(ranges -> ranges.forEach(range -> check(list, range))));
  }

  private static void check(String list, String range) {
    try {
      Cidr.parse(range);
    } catch (IllegalArgumentException e) {
      String variable = list.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
      throw new StartRefused("%s: %s".formatted(variable, e.getMessage()));
    }
  }
}
