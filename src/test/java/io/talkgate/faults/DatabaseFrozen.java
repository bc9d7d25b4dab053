package io.talkgate.faults;

import java.time.Duration;

/** The database hangs for a minute. */
record DatabaseFrozen() implements Fault {
  @Override
  public String name() {
    return "frozen";
  }

  @Override
  public void when(Stage stage) {
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(60));
    stage.database().thaw();
  }
}
