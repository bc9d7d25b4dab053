package io.talkgate.faults;

import java.time.Duration;

/**
 * The network between service and database swallows everything, tells nobody, and forgets the
 * connections that were open.
 */
record NetworkSwallows() implements Fault {
  @Override
  public String name() {
    return "blackhole";
  }

  @Override
  public Given given() {
    return Given.usual().behindProxy();
  }

  @Override
  public void when(Stage stage) {
    stage.network().swallow();
    stage.lasts(Duration.ofSeconds(30));
    stage.network().pass();
    stage.lasts(Duration.ofSeconds(10));
  }
}
