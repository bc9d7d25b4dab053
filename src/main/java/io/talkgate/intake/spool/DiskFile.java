package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file on the real disk. */
final class DiskFile implements SegmentFile {
  /**
   * Java keeps, for each thread that ever read, a buffer outside the heap as large as its largest
   * read: small reads keep it small.
   */
  private static final int LARGEST_READ = 64 * 1024;

  private final FileChannel channel;

  DiskFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    return channel.write(bytes, position);
  }

  @Override
  public int read(ByteBuffer bytes, long position) throws IOException {
    int limit = bytes.limit();
    bytes.limit(Math.min(limit, bytes.position() + LARGEST_READ));
    try {
      return channel.read(bytes, position);
    } finally {
      bytes.limit(limit);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
