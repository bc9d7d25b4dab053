package io.talkgate.intake.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file. What a disk may do wrong, tests do here. */
interface SegmentFile extends Closeable {

  /** Writes some of the bytes, at least one unless there are none. */
  int write(ByteBuffer bytes, long position) throws IOException;

  /** Reads some bytes; -1 at the file's end. */
  int read(ByteBuffer bytes, long position) throws IOException;

  /** Returns once what was written survives a loss of power. */
  void force() throws IOException;

  long size() throws IOException;

  /** Writes all of the bytes. */
  default void writeFully(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      int written = write(bytes, at);
      if (written <= 0) {
        throw new IOException("the disk took no bytes");
      }
      at += written;
    }
  }

  /** Reads until the buffer or the file has no more. */
  default void readFully(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = read(bytes, at);
      at += Math.max(read, 0);
    }
  }
}
