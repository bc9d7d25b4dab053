package io.talkgate.faults;

import java.sql.SQLException;
import java.time.Duration;

/**
 * The service is killed with 100,000 events in its spool and drains them after the next start,
 * while customers go on writing.
 */
record RestartWithBacklog() implements Fault {
  private static final int FAST = 2500;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public void when(Stage stage) throws SQLException {
    Answers answers = stage.traffic().answers();
    int backlog = stage.times(100_000, 2_000);
    stage.database().stop();
    stage.traffic().rate(FAST);
    Pause.until("the spool is filled", LIMIT, () -> answers.accepted() >= backlog);
    stage.traffic().rate(given().eventsPerSecond());
    stage.service().kill();
    stage.database().start();
    long start = System.nanoTime();
    stage.service().start();
    boolean drained = new Verifier(stage.database()).arrive(backlog, LIMIT);
    stage.note(
        backlog
            + (drained ? " drained " : " NOT drained ")
            + Duration.ofNanos(System.nanoTime() - start).toMillis()
            + " ms after the start began");
  }

  @Override
  public Allowed then() {
    return Allowed.whileItIsDown();
  }
}
