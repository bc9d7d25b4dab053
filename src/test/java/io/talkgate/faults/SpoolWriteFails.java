package io.talkgate.faults;

import java.time.Duration;

/** Writes to the spool fail (EFBIG beyond 192 KiB a file) while the database hangs. */
record SpoolWriteFails() implements Fault {
  private static final long FILE_BYTES = 192 * 1024;

  @Override
  public String name() {
    return "spool-write-error";
  }

  @Override
  public void when(Stage stage) {
    Commands.run("prlimit", "--fsize=" + FILE_BYTES, "--pid", Long.toString(stage.service().pid()));
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(20));
    stage.database().thaw();
  }
}
