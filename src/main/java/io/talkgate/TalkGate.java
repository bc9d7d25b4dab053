package io.talkgate;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.talkgate.platform.StartRefused;
import io.talkgate.platform.sealing.KeyCommands;
import io.talkgate.platform.start.Heap;
import io.talkgate.platform.start.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The program: prepares what the service stands on, then runs it until it is told to stop. */
@QuarkusMain
public final class TalkGate {
  private static final int REFUSED = 1;

  TalkGate() {}

  /**
   * Runs the service, or with one of {@link KeyCommands}' arguments prints a key set for {@code
   * TALKGATE_ENCRYPTION_KEY}.
   */
  public static void main(String... args) {
    if (commanded(args)) {
      return;
    }
    // Else Quarkus answers malformed URIs with an empty 400 before any route of ours sees them.
    System.setProperty("vertx.disableURIValidation", "true");
    Heap.keepSmall();
    try {
      run(Surroundings.prepare(), args);
    } catch (StartRefused refused) {
      System.err.println("TalkGate cannot start: " + refused.getMessage());
      System.exit(REFUSED);
    }
  }

  private static boolean commanded(String... args) {
    try {
      return KeyCommands.run(args);
    } catch (StartRefused refused) {
      System.err.println("TalkGate: " + refused.getMessage());
      System.exit(REFUSED);
      return true;
    }
  }

  /** Quarkus would end the process itself, before what the service stands on is given back. */
  private static void run(Surroundings surroundings, String... args) {
    BiConsumer<Integer, Throwable> end = ApplicationLifecycleManager.getDefaultExitCodeHandler();
    List<Runnable> ends = new ArrayList<>();
    surroundings.during(
        () ->
            Quarkus.run(
                null,
                (code, failure) -> {
                  tell(failure);
                  ends.add(() -> end.accept(code, failure));
                },
                args));
    ends.forEach(Runnable::run);
  }

  /** Quarkus logs it where the log is not closed yet; where it is, nobody would learn why. */
  private static void tell(@Nullable Throwable failure) {
    if (failure != null) {
      System.err.println("TalkGate ends because of an error:");
      failure.printStackTrace();
    }
  }
}
