package io.talkgate.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection, with at most one call under way. */
final class Line implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;

  private final Selector selector;
  private final InetSocketAddress address;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private SocketChannel channel;
  private SelectionKey key;
  private boolean busy;
  private boolean message;
  private long due;

  Line(Selector selector, InetSocketAddress address) throws IOException {
    this.selector = selector;
    this.address = address;
    channel = open(address);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  private static SocketChannel open(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return channel;
  }

  /** Whether a call is under way. */
  boolean isBusy() {
    return busy;
  }

  /** Since when the call under way was due. */
  long due() {
    return due;
  }

  /** Whether the call under way adds a message. */
  boolean isMessage() {
    return message;
  }

  /** Starts a call. */
  void start(CallTemplate call, long number, long callDue) throws IOException {
    busy = true;
    due = callDue;
    message = call.isMessage();
    in.clear();
    out.clear();
    call.writeTo(out, number);
    out.flip();
    write();
  }

  /** Goes on; answers with the status once it is there, else {@link Answer#INCOMPLETE}. */
  int goOn() throws IOException {
    if (out.hasRemaining()) {
      write();
    }
    if (channel.read(in) < 0) {
      throw new IOException("closed by the service");
    }
    int status = Answer.status(in);
    busy = busy && status == Answer.INCOMPLETE;
    return status;
  }

  /** A new connection in place of a broken one. */
  void reconnect() throws IOException {
    close();
    busy = false;
    channel = open(address);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  @Override
  public void close() throws IOException {
    key.cancel();
    channel.close();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }
}
