package io.talkgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between the service and something it calls over TCP, which can be broken and mended.
 * What it swallows is gone: a connection that lost bytes stays silent when the network is back, as
 * behind a firewall that has forgotten it; new ones pass.
 */
public final class FaultyProxy implements AutoCloseable {
  private final InetSocketAddress target;
  private final ServerSocket listener;
  private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
  private volatile Network network = Network.PASSING;

  /** How the network treats each piece that comes along. */
  private record Network(boolean swallows, boolean resets, Duration delay) {
    static final Network PASSING = new Network(false, false, Duration.ZERO);
    static final Network SWALLOWING = new Network(true, false, Duration.ZERO);
    static final Network RESETTING = new Network(false, true, Duration.ZERO);
  }

  private FaultyProxy(InetSocketAddress target, ServerSocket listener) {
    this.target = target;
    this.listener = listener;
  }

  /** Listens on a port of its own and passes everything on. */
  public static FaultyProxy to(String host, int port) {
    try {
      ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      FaultyProxy proxy = new FaultyProxy(new InetSocketAddress(host, port), listener);
      ProxiedConnection.daemon("accept", proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, on localhost. */
  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections are open through it. */
  public int connections() {
    return open.size();
  }

  /** All is well again, for connections that have lost nothing and for new ones. */
  public void pass() {
    network = Network.PASSING;
  }

  /** Packets vanish in both directions; nobody is told. */
  public void swallow() {
    network = Network.SWALLOWING;
  }

  /** What is open is reset, and so is whatever comes. */
  public void reset() {
    network = Network.RESETTING;
    open.forEach(ProxiedConnection::reset);
  }

  /** Each piece arrives so much later. */
  public void delay(Duration duration) {
    network = new Network(false, false, duration);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(ProxiedConnection::reset);
    }
  }

  private void accept() {
    try {
      while (true) {
        begin(listener.accept());
      }
    } catch (IOException closed) {
      open.forEach(ProxiedConnection::reset);
    }
  }

  private void begin(Socket client) {
    ProxiedConnection connection = new ProxiedConnection(client, this);
    open.add(connection);
    if (network.resets()) {
      connection.reset();
    } else {
      connection.begin(target);
    }
  }

  boolean swallows() {
    return network.swallows();
  }

  Duration delay() {
    return network.delay();
  }

  void ended(ProxiedConnection connection) {
    open.remove(connection);
  }
}
