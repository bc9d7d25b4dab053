package io.talkgate.faults;

import java.time.Duration;

/**
 * The spool's disk (a tmpfs) becomes full while the database comes back: what is spooled has to be
 * drained without a byte to note it in, and then everything is taken.
 */
record DiskOfSpoolFullAfterOutage() implements Fault {
  @Override
  public String name() {
    return "spool-full-when-back";
  }

  @Override
  public Given given() {
    return Given.usual().spoolDisk(16);
  }

  @Override
  public void when(Stage stage) {
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(5));
    stage.database().thaw();
    stage.spoolDisk().fill();
    stage.awaitEveryCallAccepted("the database is back");
    stage.lasts(Duration.ofSeconds(20));
    stage.spoolDisk().free();
  }

  @Override
  public Allowed then() {
    return Allowed.notKept();
  }
}
