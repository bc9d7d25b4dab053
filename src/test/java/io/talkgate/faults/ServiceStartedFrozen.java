package io.talkgate.faults;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/** The service is killed and started again while the database is frozen. */
record ServiceStartedFrozen() implements Fault {
  private static final long LIMIT_SECONDS = 40;

  @Override
  public String name() {
    return "started-frozen";
  }

  @Override
  public void when(Stage stage) {
    stage.database().freeze();
    try {
      stage.lasts(Duration.ofSeconds(5));
      stage.service().kill();
      ScheduledExecutorService rescue = Executors.newSingleThreadScheduledExecutor();
      try {
        ScheduledFuture<?> thaw = rescue.schedule(stage.database()::thaw, LIMIT_SECONDS, SECONDS);
        stage.service().start();
        if (!thaw.cancel(false)) {
          throw new AssertionError("not ready within " + LIMIT_SECONDS + " s");
        }
      } finally {
        rescue.shutdownNow();
      }
      stage.lasts(Duration.ofSeconds(10));
    } finally {
      stage.database().thaw();
    }
  }

  @Override
  public Allowed then() {
    return Allowed.whileItIsDown();
  }
}
