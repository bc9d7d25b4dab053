package io.talkgate.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A part of a segment's file, read one piece after the other; ends early where the file does. */
final class SegmentInput extends InputStream {
  private final SegmentFile file;
  private long at;
  private int left;

  SegmentInput(SegmentFile file, long at, int length) {
    this.file = file;
    this.at = at;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return length == 0 ? 0 : -1;
    }
    int read = file.read(ByteBuffer.wrap(into, offset, Math.min(length, left)), at);
    at += Math.max(read, 0);
    left -= Math.max(read, 0);
    return read;
  }
}
