package io.talkgate.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The service is killed with a spool of which then a byte is flipped and the end is torn off: that
 * costs two records and no other.
 */
record SpoolDamaged() implements Fault {
  private static final int TORN_BYTES = 20;

  @Override
  public String name() {
    return "spool-damaged";
  }

  @Override
  public void when(Stage stage) throws IOException {
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(5));
    stage.service().kill();
    Path segment = newestSegment(stage.service().spool());
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
      long middle = file.length() / 2;
      file.seek(middle);
      int old = file.read();
      file.seek(middle);
      file.write(old ^ 1);
      file.setLength(file.length() - TORN_BYTES);
    }
    stage.database().thaw();
    stage.service().start();
  }

  @Override
  public Allowed then() {
    return Allowed.whileItIsDown().losing(2);
  }

  private static Path newestSegment(Path spool) throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files
          .filter(file -> file.toString().endsWith(".spool"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }
}
