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
    try {
      takeBoth(stage);
      stage.spoolDisk().free();
      stage.awaitEveryCallAccepted("the spool has room");
      stage.database().thaw();
      stage.awaitEveryCallAccepted("both legs are back");
      takeBoth(stage);
      stage.database().thaw();
      stage.awaitEveryCallAccepted("the database is back");
    } finally {
      stage.database().thaw();
      stage.spoolDisk().free();
    }
  }

  private static void takeBoth(Stage stage) {
    stage.spoolDisk().fill();
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(15));
  }

  @Override
  public Allowed then() {
    return Allowed.notKept();
  }
}
