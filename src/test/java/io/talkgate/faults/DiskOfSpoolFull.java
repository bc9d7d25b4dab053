package io.talkgate.faults;

import java.time.Duration;

/** The spool's disk (a tmpfs) is full while the database takes everything. */
record DiskOfSpoolFull() implements Fault {
  @Override
  public String name() {
    return "spool-disk-full";
  }

  @Override
  public Given given() {
    return Given.usual().spoolDisk(2);
  }

  @Override
  public void when(Stage stage) {
    stage.spoolDisk().fill();
    stage.lasts(Duration.ofSeconds(30));
    stage.spoolDisk().free();
  }
}
