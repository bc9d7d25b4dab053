package io.talkgate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of the service is set back by an hour (libfaketime does it to that process alone).
 *
 * @param running while it runs, or between its end and its next start
 */
record ClockSetBack(boolean running) implements Fault {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  @Override
  public String name() {
    return running ? "clock-back-running" : "clock-back-restart";
  }

  @Override
  public Optional<String> impossible() {
    return library().isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed");
  }

  @Override
  public Given given() {
    return Given.usual()
        .with(
            Map.of(
                "LD_PRELOAD", library().map(Path::toString).orElse(""),
                "FAKETIME_TIMESTAMP_FILE", "{stage}/clock",
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // With its fix for old kernels each timed wait of Java 17 is over at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
  }

  @Override
  public void when(Stage stage) throws IOException {
    stage.lasts(Duration.ofSeconds(3));
    if (running) {
      setBack(stage);
    } else {
      stage.service().kill();
      setBack(stage);
      stage.service().start();
    }
    stage.lasts(Duration.ofSeconds(10));
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(5));
    stage.database().thaw();
    stage.lasts(Duration.ofSeconds(5));
  }

  @Override
  public Allowed then() {
    return running ? Allowed.nothing() : Allowed.whileItIsDown();
  }

  private static void setBack(Stage stage) throws IOException {
    Files.writeString(stage.directory().resolve("clock"), "-3600\n");
  }

  private static Optional<Path> library() {
    return LIBRARIES.stream().filter(Files::exists).findFirst();
  }
}
