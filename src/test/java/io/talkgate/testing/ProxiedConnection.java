package io.talkgate.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection through a {@link FaultyProxy}: two threads for each direction. */
final class ProxiedConnection {
  private static final int CHUNK = 64 * 1024;
  private static final int CHUNKS_UNDER_WAY = 4096;
  private static final int LONGEST_ANSWER = 32;

  private final FaultyProxy proxy;
  private final Socket client;
  private final Socket server = new Socket();
  private volatile boolean dead;

  ProxiedConnection(FaultyProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  /** Connects through to a port of this machine; the client is reset if nobody listens there. */
  void connect(int port) {
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      relay(client, server, false);
      relay(server, client, true);
    } catch (IOException nobodyThere) {
      reset();
    }
  }

  /** Reads what the client sends and does nothing with it. */
  void listen() {
    relay(client, server, false);
  }

  /** Lets nothing through from now on, and shows neither side that the other has gone. */
  void die() {
    dead = true;
  }

  /** Ends both sides as a crash of the other would. */
  void reset() {
    lingerNot(client);
    lingerNot(server);
    end(true);
  }

  /** Ends both sides. */
  void close() {
    end(false);
  }

  static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      return;
    }
  }

  /** Counted before it shows: closing ends the relays, which would say it was no reset. */
  private void end(boolean reset) {
    proxy.ended(this, reset);
    closeQuietly(client);
    closeQuietly(server);
  }

  private static void lingerNot(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      return;
    }
  }

  private void relay(Socket from, Socket to, boolean answers) {
    BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);
    thread("proxy reads", () -> read(from, answers, underWay));
    thread("proxy writes", () -> write(to, underWay));
  }

  private void read(Socket from, boolean answers, BlockingQueue<Chunk> underWay) {
    byte[] buffer = new byte[CHUNK];
    byte[] before = {};
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        byte[] bytes = Arrays.copyOf(buffer, n);
        if (answers && proxy.mode().withholds(joined(before, bytes))) {
          reset();
          return;
        }
        before = Arrays.copyOfRange(bytes, Math.max(0, n - LONGEST_ANSWER), n);
        if (!dead) {
          underWay.put(
              new Chunk(
                  System.nanoTime() + proxy.mode().latency().toNanos(), ByteBuffer.wrap(bytes)));
        }
      }
      underWay.put(Chunk.END);
    } catch (IOException gone) {
      endUnlessDead();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Socket to, BlockingQueue<Chunk> underWay) {
    try {
      for (Chunk chunk = underWay.take(); !chunk.isEnd(); chunk = underWay.take()) {
        // The latency itself: this thread is the network, and no test waits for it.
        TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
        if (!dead) {
          to.getOutputStream().write(chunk.bytes().array());
        }
      }
      endUnlessDead();
    } catch (IOException gone) {
      endUnlessDead();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endUnlessDead() {
    if (!dead) {
      close();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /**
   * Bytes under way.
   *
   * @param due when they arrive, in {@link System#nanoTime()}
   */
  private record Chunk(long due, ByteBuffer bytes) {
    static final Chunk END = new Chunk(0, ByteBuffer.allocate(0));

    boolean isEnd() {
      return bytes.capacity() == 0;
    }
  }
}
