package io.talkgate.faults;

import java.time.Duration;

/**
 * The database hangs and the spool's disk (a tmpfs) is full: 503, nothing half-kept, and 200 again
 * as soon as one of them is back.
 */
record NeitherLeg() implements Fault {
  @Override
  public String name() {
    return "neither-leg";
  }

  @Override
  public Given given() {
    return Given.usual().spoolDisk(4);
  }

  @Override
  public void when(Stage stage) {
    stage.spoolDisk().fill();
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(15));
    stage.spoolDisk().free();
    stage.lasts(Duration.ofSeconds(5));
    long before = stage.traffic().answers().accepted();
    stage.lasts(Duration.ofSeconds(5));
    if (stage.traffic().answers().accepted() == before) {
      stage.database().thaw();
      throw new AssertionError("the spool has room, and nothing is accepted");
    }
    stage.database().thaw();
  }

  @Override
  public Allowed then() {
    return Allowed.notKept();
  }
}
