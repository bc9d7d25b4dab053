package io.talkgate.faults;

import java.time.Duration;

/** The database's disk (a tmpfs) is full, then has room again. */
record DiskOfDatabaseFull() implements Fault {
  @Override
  public String name() {
    return "database-disk-full";
  }

  @Override
  public Given given() {
    return Given.usual().databaseDisk(400);
  }

  @Override
  public void when(Stage stage) {
    stage.databaseDisk().fill();
    stage.lasts(Duration.ofSeconds(30));
    stage.databaseDisk().free();
    if (!stage.database().answers()) {
      stage.note("the server had ended");
      stage.database().kill();
      stage.database().start();
    }
  }
}
