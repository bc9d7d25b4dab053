package io.talkgate.faults;

import java.time.Duration;

/** Every commit is done, but its answer is lost and the connection reset: nobody can know. */
record CommitUnanswered() implements Fault {
  @Override
  public String name() {
    return "commit-unanswered";
  }

  @Override
  public Given given() {
    return Given.usual().behindProxy();
  }

  @Override
  public void when(Stage stage) {
    stage.network().resetInsteadOf("COMMIT\0");
    stage.lasts(Duration.ofSeconds(20));
    stage.network().pass();
    if (stage.network().resets() == 0) {
      throw new AssertionError("no answer to a commit was seen");
    }
    stage.note(stage.network().resets() + " commits unanswered");
  }
}
