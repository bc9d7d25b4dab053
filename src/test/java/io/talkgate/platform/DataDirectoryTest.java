package io.talkgate.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time, and a second try within it takes nothing away. */
class DataDirectoryTest {
  private static final int FREE = 0;
  private static final int HELD = 1;

  @TempDir Path directory;

  @Test
  void aSecondClaimIsRefusedAndLeavesTheFirstInForce() throws Exception {
    try (DataDirectory first = DataDirectory.claim(directory)) {
      assertThrows(StartRefused.class, () -> DataDirectory.claim(first.path().resolve(".")));

      assertEquals(HELD, lockOfAnotherProcess());
    }
    assertEquals(FREE, lockOfAnotherProcess());
    DataDirectory.claim(directory).close();
  }

  /** Asks from another process, as a second TalkGate would: locks within one are another matter. */
  private int lockOfAnotherProcess() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                directory.resolve("talkgate.lock").toString())
            .inheritIO()
            .start();
    other.waitFor(30, TimeUnit.SECONDS);
    return other.exitValue();
  }

  /** Exits 0 if it got the lock of the file it is given. */
  static final class LockProbe {
    private LockProbe() {}

    public static void main(String... args) throws IOException {
      try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        System.exit(channel.tryLock() == null ? HELD : FREE);
      }
    }
  }
}
