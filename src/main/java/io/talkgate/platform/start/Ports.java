package io.talkgate.platform.start;

import io.talkgate.platform.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/** The ports the service will listen on are free. */
final class Ports {
  private static final int ANY = 0;

  private Ports() {}

  static void check(Config config) {
    if (!config.getValue("talkgate.check-ports", Boolean.class)) {
      return;
    }
    check(config, "quarkus.http.port", 8080, "QUARKUS_HTTP_PORT");
    check(config, "quarkus.management.port", 9000, "QUARKUS_MANAGEMENT_PORT");
  }

  private static void check(Config config, String name, int byDefault, String variable) {
    int port = config.getOptionalValue(name, Integer.class).orElse(byDefault);
    if (port == ANY) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new StartRefused(
          "port %d is taken by another process; stop it or set %s".formatted(port, variable));
    }
  }
}
