package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The real disk, with the faults that a test asks for. */
final class FaultyFiles implements SegmentFiles {
  final AtomicInteger forces = new AtomicInteger();
  final AtomicInteger failingForces = new AtomicInteger();
  final AtomicInteger failingWrites = new AtomicInteger();
  final AtomicInteger failingSyncs = new AtomicInteger();
  final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);

  /** Files that were written to after a write or force of theirs had failed. */
  final List<Path> writtenAfterFailure = new CopyOnWriteArrayList<>();

  /** How many bytes a write takes at most. */
  volatile int writeLimit = Integer.MAX_VALUE;

  /** A read that touches this byte of a file fails; none if negative. */
  volatile long badByte = -1;

  /** Forces wait while a test holds this. */
  final Semaphore disk = new Semaphore(1);

  private final SegmentFiles real = new DiskFiles();

  @Override
  public SegmentFile open(Path file, OpenOption... options) throws IOException {
    return new Faulty(file, real.open(file, options));
  }

  @Override
  public void delete(Path file) throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    real.delete(file);
    freeBytes.addAndGet(freeBytes.get() == Long.MAX_VALUE ? 0 : size);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    real.move(from, to);
  }

  @Override
  public void sync(Path directory) throws IOException {
    failIf(failingSyncs, "sync");
    real.sync(directory);
  }

  private static void failIf(AtomicInteger counter, String what) throws IOException {
    if (counter.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("injected: " + what);
    }
  }

  private final class Faulty implements SegmentFile {
    private final Path path;
    private final SegmentFile file;
    private boolean failed;

    Faulty(Path path, SegmentFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      if (failed) {
        writtenAfterFailure.add(path);
      }
      failed = true;
      failIf(failingWrites, "write");
      int length = (int) Math.min(Math.min(bytes.remaining(), writeLimit), freeBytes.get());
      if (length == 0 && bytes.hasRemaining()) {
        throw new IOException("No space left on device");
      }
      int written = file.write(bytes.slice(bytes.position(), length), position);
      bytes.position(bytes.position() + written);
      freeBytes.addAndGet(-written);
      failed = false;
      return written;
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
      if (badByte >= position && badByte < position + bytes.remaining()) {
        throw new IOException("injected: bad sector");
      }
      return file.read(bytes, position);
    }

    @Override
    public void force() throws IOException {
      forces.incrementAndGet();
      disk.acquireUninterruptibly();
      disk.release();
      failed = true;
      failIf(failingForces, "force");
      file.force();
      failed = false;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
