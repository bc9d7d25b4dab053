package io.talkgate.faults;

import java.time.Duration;

/**
 * The service is killed again and again at 500 events a second, every other time while the database
 * is frozen; what it had spooled is drained by the next one.
 */
record ServiceKilled() implements Fault {
  private static final Duration LIFE = Duration.ofMillis(1500);

  @Override
  public String name() {
    return "killed";
  }

  @Override
  public Given given() {
    return Given.usual().eventsPerSecond(500);
  }

  @Override
  public void when(Stage stage) {
    for (int i = 0; i < stage.times(20, 2); i++) {
      boolean frozen = i % 2 == 1;
      Pause.of(LIFE);
      if (frozen) {
        stage.database().freeze();
        Pause.of(LIFE);
      }
      stage.service().kill();
      if (frozen) {
        stage.database().thaw();
      }
      stage.service().start();
    }
  }

  @Override
  public Allowed then() {
    return Allowed.whileItIsDown();
  }
}
