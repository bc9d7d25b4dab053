package io.talkgate.faults;

import java.time.Duration;

/**
 * Services behind a gateway that follows their readiness are ended and started one after the other,
 * as a rolling update does.
 */
record RollingStop(int count) implements Fault {
  @Override
  public String name() {
    return "rolling-" + count;
  }

  @Override
  public Given given() {
    return Given.usual().replicas(count);
  }

  @Override
  public void when(Stage stage) {
    for (int i = 0; i < stage.times(2, 1); i++) {
      for (Replica service : stage.services()) {
        service.terminate();
        service.start();
        stage.lasts(Duration.ofSeconds(3));
      }
    }
  }

  /** A service that has just started may take too long for a batch, and spool it. */
  @Override
  public Allowed then() {
    return Allowed.staleStatesOfReplicas();
  }
}
