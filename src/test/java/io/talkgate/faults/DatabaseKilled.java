package io.talkgate.faults;

import java.time.Duration;

/** The database is killed with everything it has started, and started again. */
record DatabaseKilled() implements Fault {
  @Override
  public String name() {
    return "database-killed";
  }

  @Override
  public Given given() {
    return Given.usual().eventsPerSecond(500);
  }

  @Override
  public void when(Stage stage) {
    for (int i = 0; i < stage.times(5, 2); i++) {
      stage.database().kill();
      Pause.of(Duration.ofSeconds(2));
      stage.database().start();
      Pause.of(Duration.ofSeconds(3));
    }
  }
}
