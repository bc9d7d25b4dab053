package io.talkgate.faults;

import java.time.Duration;

/** Several services share the customers, event by event; the database goes away and comes back. */
record SeveralReplicas(int count) implements Fault {
  @Override
  public String name() {
    return count + "-replicas";
  }

  @Override
  public Given given() {
    return Given.usual().replicas(count);
  }

  @Override
  public void when(Stage stage) {
    stage.database().freeze();
    stage.lasts(Duration.ofSeconds(10));
    stage.database().thaw();
    stage.lasts(Duration.ofSeconds(10));
    stage.database().stop();
    stage.lasts(Duration.ofSeconds(10));
    stage.database().start();
    stage.lasts(Duration.ofSeconds(10));
  }

  @Override
  public Allowed then() {
    return Allowed.staleStatesOfReplicas();
  }
}
