package io.talkgate.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the machine. */
final class Commands {
  private Commands() {}

  /** Runs a program that ends soon. */
  static void run(String... command) {
    Outcome outcome = outcome(command);
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + outcome.output());
    }
  }

  /** True if the program is there and ends well. */
  static boolean succeeds(String... command) {
    try {
      return outcome(command).exitCode() == 0;
    } catch (IllegalStateException notThere) {
      return false;
    }
  }

  static boolean isRoot() {
    return "0".equals(outcome("id", "-u").output().strip());
  }

  private static Outcome outcome(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      return new Outcome(process.exitValue(), output);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command[0], e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private record Outcome(int exitCode, String output) {}
}
