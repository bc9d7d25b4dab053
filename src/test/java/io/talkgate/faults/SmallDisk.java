package io.talkgate.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own that can be filled: a tmpfs, which takes root to mount. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /** Whether this user of this machine may mount one. */
  static boolean isPossible() {
    return Commands.isRoot()
        && Commands.succeeds("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt");
  }

  /** Mounts one at an empty directory, which is made. */
  static SmallDisk at(Path directory, int megabytes) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Commands.run(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "mode=700,size=" + megabytes + "m",
        "tmpfs",
        directory.toString());
    SmallDisk disk = new SmallDisk(directory);
    Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
    return disk;
  }

  /** Takes all the room that is left. */
  void fill() {
    byte[] block = new byte[BLOCK];
    try (OutputStream file = Files.newOutputStream(filler())) {
      while (true) {
        file.write(block);
      }
    } catch (IOException full) {
      return;
    }
  }

  /** Gives the room back. */
  void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (Commands.succeeds("mountpoint", "-q", directory.toString())) {
      Commands.run("umount", "-l", directory.toString());
    }
  }

  private Path filler() {
    return directory.resolve("filler");
  }
}
