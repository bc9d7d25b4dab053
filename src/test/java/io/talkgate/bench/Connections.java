package io.talkgate.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Connections to the service on which little or nothing is said. */
final class Connections implements AutoCloseable {
  private static final int CLOSED = -1;

  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocate(1024);

  /** Connects so often, saying this at first. */
  Connections(int port, int count, byte[] first) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(address);
      channel.configureBlocking(false);
      channels.add(channel);
      int unused = channel.write(ByteBuffer.wrap(first));
    }
  }

  /** Says one byte more on each that the service has not ended. */
  void say(byte one) {
    for (SocketChannel channel : channels) {
      try {
        int unused = channel.write(ByteBuffer.wrap(new byte[] {one}));
      } catch (IOException ended) {
        // Counted by open().
      }
    }
  }

  /** How many of them the service has not ended. */
  int open() {
    return (int) channels.stream().filter(this::isOpen).count();
  }

  private boolean isOpen(SocketChannel channel) {
    try {
      in.clear();
      return channel.read(in) != CLOSED;
    } catch (IOException ended) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
