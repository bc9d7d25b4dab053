package io.talkgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad network between the service and a server of this machine. Listens on a port of its own and
 * passes everything on until it is told otherwise; what it is told holds until the next word.
 *
 * <p>Whoever makes one closes it, which ends all of its connections.
 */
public final class FaultyProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger resets = new AtomicInteger();
  private volatile ProxyMode mode = ProxyMode.passing();

  private FaultyProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** A proxy in front of a port of this machine; nobody need listen there yet. */
  public static FaultyProxy to(int port) {
    try {
      ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      FaultyProxy proxy = new FaultyProxy(door, port);
      ProxiedConnection.thread("proxy door", proxy::admit);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the proxy listens, on the loopback address. */
  public int port() {
    return door.getLocalPort();
  }

  /** How many connections the proxy has reset so far. */
  public int resets() {
    return resets.get();
  }

  /** Passes everything on. Connections that were open while it swallowed stay dead. */
  public void pass() {
    mode = ProxyMode.passing();
  }

  /**
   * Lets no byte through any more and tells nobody: neither side sees an end, as when a firewall
   * has forgotten its connections. They stay dead for good. New ones are accepted and are just as
   * dead. TCP keep-alive does not notice, because this machine's kernel answers it.
   */
  public void swallow() {
    mode = ProxyMode.swallowing();
    connections.forEach(ProxiedConnection::die);
  }

  /** Resets what is open and whatever is opened. */
  public void reset() {
    mode = ProxyMode.resetting();
    connections.forEach(ProxiedConnection::reset);
  }

  /** Brings everything later by this time, in each direction; nothing overtakes. */
  public void delay(Duration latency) {
    mode = ProxyMode.delaying(latency);
  }

  /**
   * Resets a connection instead of passing on an answer that holds these ASCII characters. For
   * PostgreSQL, {@code "COMMIT\0"} is the answer to a commit that was done: its caller cannot know.
   */
  public void resetInsteadOf(String answer) {
    mode = ProxyMode.withholding(answer);
  }

  @Override
  public void close() {
    ProxiedConnection.closeQuietly(door);
    connections.forEach(ProxiedConnection::close);
  }

  ProxyMode mode() {
    return mode;
  }

  void ended(ProxiedConnection connection, boolean reset) {
    if (connections.remove(connection) && reset) {
      resets.incrementAndGet();
    }
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        admit(door.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void admit(Socket client) {
    ProxiedConnection connection = new ProxiedConnection(this, client);
    connections.add(connection);
    ProxyMode now = mode;
    if (now.resets()) {
      connection.reset();
    } else if (now.swallows()) {
      connection.die();
      connection.listen();
    } else {
      connection.connect(target);
    }
  }
}
