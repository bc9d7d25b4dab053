package io.talkgate.faults;

import java.time.Duration;

/** Each round trip to the database takes two seconds. */
record NetworkSlow() implements Fault {
  @Override
  public String name() {
    return "slow";
  }

  @Override
  public Given given() {
    return Given.usual().behindProxy();
  }

  @Override
  public void when(Stage stage) {
    stage.network().delay(Duration.ofSeconds(1));
    stage.lasts(Duration.ofSeconds(30));
    stage.network().pass();
  }
}
