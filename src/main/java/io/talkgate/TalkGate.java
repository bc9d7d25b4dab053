package io.talkgate;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.talkgate.platform.StartRefused;
import io.talkgate.platform.sealing.KeySets;
import io.talkgate.platform.start.Surroundings;

/** The program: prepares what the service stands on, then runs it until it is told to stop. */
@QuarkusMain
public final class TalkGate {
  private static final int REFUSED = 1;

  TalkGate() {}

  /**
   * Runs the service, or with the argument {@code new-encryption-key} prints a key set for {@code
   * TALKGATE_ENCRYPTION_KEY}.
   */
  public static void main(String... args) {
    if (args.length == 1 && args[0].equals("new-encryption-key")) {
      System.out.println(KeySets.generate());
      return;
    }
    // Else Quarkus answers malformed URIs with an empty 400 before any route of ours sees them.
    System.setProperty("vertx.disableURIValidation", "true");
    try {
      Surroundings.prepare().during(() -> Quarkus.run(args));
    } catch (StartRefused refused) {
      System.err.println("TalkGate cannot start: " + refused.getMessage());
      System.exit(REFUSED);
    }
  }
}
