package io.talkgate.faults;

import java.time.Duration;

/** Two services share the customers, event by event; the database goes away and comes back. */
record TwoReplicas() implements Fault {
  @Override
  public String name() {
    return "two-replicas";
  }

  @Override
  public Given given() {
    return Given.usual().replicas(2);
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
