package io.talkgate.platform.http;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through and refuses the call at the next one. */
final class LimitedStream extends FilterInputStream {
  private long left;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  /** Closing would read the rest of the body, for as long as the caller cares to send it. */
  @Override
  public void close() throws IOException {
    if (left >= 0) {
      super.close();
    }
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new RefusedException(Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE));
    }
  }
}
