package io.talkgate.faults;

import java.time.Duration;

/** The database is stopped for ten minutes. */
record DatabaseDown() implements Fault {
  @Override
  public String name() {
    return "down";
  }

  @Override
  public void when(Stage stage) {
    stage.database().stop();
    stage.lasts(Duration.ofMinutes(10));
    stage.database().start();
  }
}
