package io.talkgate.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** One connection through a {@link FaultyProxy}: two threads, one for each direction. */
final class ProxiedConnection {
  private static final int PIECE = 64 * 1024;

  private final Socket client;
  private final Socket server = new Socket();
  private final FaultyProxy proxy;
  private volatile boolean hasLost;

  ProxiedConnection(Socket client, FaultyProxy proxy) {
    this.client = client;
    this.proxy = proxy;
  }

  void begin(InetSocketAddress target) {
    daemon("to server", () -> passOn(target));
  }

  /** Ends both sides with a RST. */
  void reset() {
    proxy.ended(this);
    end(client);
    end(server);
  }

  private void passOn(InetSocketAddress target) {
    try {
      server.connect(target);
      daemon("to client", () -> pump(server, client));
      pump(client, server);
    } catch (IOException serverRefuses) {
      reset();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        pass(piece, length, to);
      }
    } catch (IOException ended) {
      hasLost |= proxy.swallows();
    }
    endUnlessSilent();
  }

  private void pass(byte[] piece, int length, Socket to) throws IOException {
    hasLost |= proxy.swallows();
    if (!hasLost) {
      LockSupport.parkNanos(proxy.delay().toNanos());
      to.getOutputStream().write(piece, 0, length);
    }
  }

  /** That one side has ended is not told, either, where packets vanish. */
  private void endUnlessSilent() {
    hasLost |= proxy.swallows();
    if (hasLost) {
      proxy.ended(this);
    } else {
      reset();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyEnded) {
      // That is what was wanted.
    }
  }

  static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "faulty-proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }
}
